"""How large a change of pairs of answers is: the matched-pairs rank-biserial correlation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kit.reporting.statistics.ranks import change_ranks
from kit.reporting.statistics.resampling import (
    LEVEL,
    RESAMPLES,
    SEED,
    percentile_bounds,
    resampled,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

METHOD: Final = "percentile bootstrap over pairs"


@dataclass(frozen=True, slots=True)
class EffectInterval:
    """From where to where the effect may well lie, and how that was found."""

    low: float
    high: float
    level: float
    resamples: int
    seed: int
    method: str


def rank_biserial(before: Sequence[int], now: Sequence[int]) -> float | None:
    """Give the effect, from -1 (all that changed fell) to 1 (all rose); None without any change.

    (W+ - W-) / (W+ + W-) over the pairs that changed, with the ranks of the test: Kerby (2014),
    "The simple difference formula", Comprehensive Psychology 3, article 1; King and Minium (2008),
    "Statistical Reasoning in the Behavioral Sciences", page 403.

    Raises:
        ValueError: there are more answers of one kind than of the other.
    """
    ranks = change_ranks(before, now)
    if not ranks.changed:
        return None
    rose, fell = sum(ranks.up), sum(ranks.down)
    return (rose - fell) / (rose + fell)


def rank_biserial_interval(
    before: Sequence[int], now: Sequence[int], seed: int = SEED, resamples: int = RESAMPLES
) -> EffectInterval | None:
    """Give the effect's interval: pairs are drawn anew with replacement; None without any change.

    A draw in which no pair changed counts as an effect of 0. Where all that changed went one way,
    every other draw says the same: then the interval has no width, which tells of the method and
    not of certainty.

    Raises:
        ValueError: there are more answers of one kind than of the other.
    """
    changes = Counter(late - early for early, late in zip(before, now, strict=True))
    if not any(changes):
        return None
    found = _effects(list(changes), resampled(list(changes.values()), seed, resamples))
    low, high = percentile_bounds(found)
    return EffectInterval(low, high, LEVEL, resamples, seed, METHOD)


def _effects(changes: list[int], drawn: NDArray[Any]) -> NDArray[Any]:
    """Compute the effect of each draw from how often it has each change: ranks follow from that."""
    import numpy as np  # noqa: PLC0415 - heavy, and of an extra

    column = {change: drawn[:, at] for at, change in enumerate(changes)}
    none = np.zeros(len(drawn), dtype=np.int64)
    smaller, balance, total = column.get(0, none).copy(), none.copy(), none.copy()
    for size in sorted({abs(change) for change in changes} - {0}):
        rose, fell = column.get(size, none), column.get(-size, none)
        # Twice the rank that all changes of this size share.
        rank = 2 * smaller + rose + fell + 1
        balance += rank * (rose - fell)
        total += rank * (rose + fell)
        smaller += rose + fell
    return np.divide(balance, total, out=np.zeros(len(drawn)), where=total > 0)
