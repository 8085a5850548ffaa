"""Whether pairs of answers changed more one way than chance would have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kit.reporting.statistics.ranks import change_ranks
from kit.reporting.statistics.sign_flips import two_sided_p

if TYPE_CHECKING:
    from collections.abc import Sequence

EXACT_UP_TO: Final = 20
"""Up to so many pairs that changed, the exact distribution is taken."""


@dataclass(frozen=True, slots=True)
class SignedRank:
    """What Wilcoxon's signed-rank test found; `p` is for both sides."""

    n_pairs: int
    zeros: int
    up: int
    down: int
    w_plus: float
    w_minus: float
    p: float
    method: Literal["exact", "normal approximation"]


def signed_rank(before: Sequence[int], now: Sequence[int]) -> SignedRank | None:
    """Test pairs of answers; None where no pair changed, so that there is nothing to test.

    Wilcoxon (1945), "Individual comparisons by ranking methods", Biometrics Bulletin 1, 80-83, with
    zeros as in Pratt (1959) and shared ranks for equal changes.

    Up to 20 pairs, and with more where no more than 20 changed, p is of the exact distribution of
    these very ranks. Those without a change have no part in it; counting them would let five
    rises among a hundred pairs pass as significant. Beyond, p is SciPy's normal approximation with
    corrections for zeros (Cureton 1967, Journal of the American Statistical Association 62,
    1068-1069), for ties, and for continuity. SciPy's own `exact` is not asked: with ties it is not.

    Raises:
        ValueError: there are more answers of one kind than of the other.
    """
    ranks = change_ranks(before, now)
    if not ranks.changed:
        return None
    exact = ranks.changed <= EXACT_UP_TO
    return SignedRank(
        n_pairs=ranks.changed + ranks.zeros,
        zeros=ranks.zeros,
        up=len(ranks.up),
        down=len(ranks.down),
        w_plus=ranks.w_plus,
        w_minus=ranks.w_minus,
        p=two_sided_p(ranks.up, ranks.down) if exact else _approximate_p(before, now),
        method="exact" if exact else "normal approximation",
    )


def _approximate_p(before: Sequence[int], now: Sequence[int]) -> float:
    from scipy.stats import wilcoxon  # noqa: PLC0415 - heavy, and of an extra

    changes = [late - early for early, late in zip(before, now, strict=True)]
    found = wilcoxon(changes, zero_method="pratt", correction=True, method="asymptotic")
    return float(found.pvalue)
