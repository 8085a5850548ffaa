"""The percentile bootstrap of counted answers: drawn anew by a stated seed, so that it repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SEED: Final = 2016
"""The seed of every interval that is drawn: any would do, as long as it is the same."""
RESAMPLES: Final = 9_999
"""One less than a round number: so the bounds are the 250th and the 9,750th of those drawn."""
LEVEL: Final = 0.95


def resampled(counts: Sequence[int], seed: int, resamples: int) -> NDArray[Any]:
    """Draw as many answers as there are, with replacement, again and again; give their counts.

    To draw respondents one by one and to count what they said is to draw the counts from a
    multinomial distribution. So time and memory grow with the number of different answers, which
    is small on a scale, and not with the number of respondents.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and of an extra

    n = sum(counts)
    drawn: NDArray[Any] = np.random.default_rng(seed).multinomial(
        n, [count / n for count in counts], size=resamples
    )
    return drawn


def percentile_bounds(found: NDArray[Any], level: float = LEVEL) -> tuple[float, float]:
    """Give the bounds that leave out the same number of what was found at either end.

    Efron's percentile method with the (R + 1)a-th of R ordered values: Davison and Hinkley (1997),
    "Bootstrap Methods and their Application", section 5.3. A bound is always a value that was
    found, so the interval never leaves the range of its figure.
    """
    import numpy as np  # noqa: PLC0415 - as above

    ordered = np.sort(found)
    # A tiny addition: (9,999 + 1) × 0.025 must not become 249.
    outside = max(1, int((len(ordered) + 1) * (1 - level) / 2 + 1e-9))
    return float(ordered[outside - 1]), float(ordered[len(ordered) - outside])
