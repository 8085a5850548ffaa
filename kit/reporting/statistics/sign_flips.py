"""The exact distribution of a sum of ranks when each may as well count up as down."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def two_sided_p(up: Sequence[int], down: Sequence[int]) -> float:
    """Give how likely a sum as far from the middle as the observed one, or farther, is by chance.

    All 2ᵐ ways to give the m ranks a direction are equally likely where nothing changed but by
    chance: Fisher's permutation distribution, as in Lehmann (1975), "Nonparametrics: Statistical
    Methods Based on Ranks", chapter 3. The ways are counted rank by rank, not listed: so ranks that
    are shared do not matter, and forty take no longer than a blink. The distribution lies evenly
    around its middle, so both tails together are twice the smaller one.
    """
    ways = Counter({0: 1})
    for rank in (*up, *down):
        more: Counter[int] = Counter(ways)
        for total, count in ways.items():
            more[total + rank] += count
        ways = more
    off = abs(sum(up) - sum(down))
    whole = sum(up) + sum(down)
    far = sum(count for total, count in ways.items() if abs(2 * total - whole) >= off)
    # Python divides whole numbers of any size with one correct rounding.
    return far / (1 << (len(up) + len(down)))
