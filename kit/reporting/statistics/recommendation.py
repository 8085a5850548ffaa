"""The recommendation score of answers from 0 to 10, with an interval that stays on its scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.reporting.statistics.carried import whole
from kit.reporting.statistics.distribution import Distribution
from kit.reporting.statistics.resampling import RESAMPLES, SEED, percentile_bounds, resampled

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZE: Final = 11
_PROMOTERS: Final = 2
"""The boxes at the top: 9 and 10."""
DETRACTORS: Final = 7
"""The boxes at the bottom: 0 to 6."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The score, from -100 to 100, and from where to where it may well lie.

    `mean` is that of the answers from 0 to 10.
    """

    n: int
    promoters: int
    passives: int
    detractors: int
    score: int
    low: int
    high: int
    seed: int
    resamples: int
    mean: float


def recommendation(
    values: Sequence[int], seed: int = SEED, resamples: int = RESAMPLES
) -> Recommendation:
    """Give the percent of 9 and 10 minus the percent of 0 to 6.

    Reichheld (2003), "The one number you need to grow", Harvard Business Review 81(12), 46-54. The
    interval of 95% is a percentile bootstrap over respondents.

    Raises:
        ValueError: there is no answer, or one that is not on the scale.
    """
    answers = Distribution.of(values, _SIZE, first=0)
    n, mean = answers.n, answers.mean
    promoters, detractors = answers.top(_PROMOTERS), answers.bottom(DETRACTORS)
    passives = n - promoters - detractors
    drawn = resampled((promoters, passives, detractors), seed, resamples)
    low, high = percentile_bounds(drawn[:, 0] - drawn[:, 2])
    return Recommendation(
        n=n,
        promoters=promoters,
        passives=passives,
        detractors=detractors,
        score=whole(100 * (promoters - detractors), n),
        low=whole(100 * int(low), n),
        high=whole(100 * int(high), n),
        seed=seed,
        resamples=resamples,
        mean=mean,
    )
