"""Pairs of answers, before and now, ranked by how much they changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class ChangeRanks:
    """The ranks of the pairs that changed.

    All pairs are ranked by the size of their change, those without a change among them; pairs with
    the same change share the mean of their ranks. Then the ranks of those without a change are
    dropped: Pratt (1959), "Remarks on zeros and ties in the Wilcoxon signed rank procedures",
    Journal of the American Statistical Association 54, 655-667.

    `up` and `down` are the ranks of pairs that rose and fell, times two: so they are whole numbers.
    """

    up: tuple[int, ...]
    down: tuple[int, ...]
    zeros: int

    @property
    def changed(self) -> int:
        """Give the number of pairs that changed."""
        return len(self.up) + len(self.down)

    @property
    def w_plus(self) -> float:
        """Give the sum of the ranks of the pairs that rose."""
        return sum(self.up) / 2

    @property
    def w_minus(self) -> float:
        """Give the sum of the ranks of the pairs that fell."""
        return sum(self.down) / 2


def change_ranks(before: Sequence[int], now: Sequence[int]) -> ChangeRanks:
    """Rank pairs by their change.

    Raises:
        ValueError: there are more answers of one kind than of the other.
    """
    changes = [late - early for early, late in zip(before, now, strict=True)]
    sizes = Counter(map(abs, changes))
    doubled: dict[int, int] = {}
    smaller = 0
    for size in sorted(sizes):
        # The mean of the ranks smaller + 1 to smaller + count, times two.
        doubled[size] = 2 * smaller + sizes[size] + 1
        smaller += sizes[size]
    return ChangeRanks(
        up=tuple(doubled[change] for change in changes if change > 0),
        down=tuple(doubled[-change] for change in changes if change < 0),
        zeros=sizes[0],
    )
