from __future__ import annotations

from itertools import product
from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import PermutationMethod, rankdata, wilcoxon

from kit.reporting.statistics.signed_rank import EXACT_UP_TO, signed_rank

scores = st.integers(1, 5)


def split(pairs: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def by_enumeration(before: list[int], now: list[int]) -> float:
    """Turn the sign of every change, and count what is as far off as the observed sum of ranks."""
    changes = [late - early for early, late in zip(before, now, strict=True)]
    ranks = rankdata([abs(change) for change in changes])
    kept = [
        (rank, 1 if change > 0 else -1)
        for rank, change in zip(ranks, changes, strict=True)
        if change
    ]
    observed = abs(sum(rank * sign for rank, sign in kept))
    sums = [
        abs(sum(rank * sign for (rank, _), sign in zip(kept, signs, strict=True)))
        for signs in product((-1, 1), repeat=len(kept))
    ]
    return sum(each >= observed - 1e-9 for each in sums) / len(sums)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(scores, scores), max_size=10))
def test_p_is_that_of_full_enumeration(pairs: list[tuple[int, int]]) -> None:
    before, now = split(pairs)
    found = signed_rank(before, now)
    if before == now:
        assert found is None
    else:
        assert found
        assert found.method == "exact"
        assert found.p == by_enumeration(before, now)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("222233331123", "345433442243"),
        ("233323244211", "233433345322"),
        ("544444333322", "454454343332"),
    ],
)
def test_twelve_pairs_with_ties_and_zeros_agree_with_enumeration_and_scipy(
    before: str, now: str
) -> None:
    early, late = [int(each) for each in before], [int(each) for each in now]
    found = signed_rank(early, late)
    assert found
    assert found.zeros > 0
    assert found.p == by_enumeration(early, late)
    changes = [b - a for a, b in zip(early, late, strict=True)]
    # With no fewer draws than there are ways, SciPy takes each way once.
    scipys = wilcoxon(changes, zero_method="pratt", method=PermutationMethod(n_resamples=2**13))
    assert found.p == pytest.approx(scipys.pvalue, rel=1e-12)
    assert min(found.w_plus, found.w_minus) == scipys.statistic


def test_five_that_rose_by_one_are_not_significant() -> None:
    # The normal approximation says .037; two of the 32 ways are as far off.
    found = signed_rank([3] * 5, [4] * 5)
    assert found
    assert (found.p, found.method) == (0.0625, "exact")


def test_five_that_rose_among_a_hundred_are_not_significant_either() -> None:
    before = [3] * 100
    found = signed_rank(before, [4] * 5 + [3] * 95)
    assert found
    assert (found.p, found.method, found.zeros) == (0.0625, "exact", 95)


def test_depression_scores_of_hollander_and_wolfe() -> None:
    # Hollander and Wolfe (1973), "Nonparametric Statistical Methods", pages 29 f., in the examples
    # of R's wilcox.test: V = 40, p-value = 0.01953 of one side. The scores, times 1,000.
    first = [1830, 500, 1620, 2480, 1680, 1880, 1550, 3060, 1300]
    second = [878, 647, 598, 2050, 1060, 1290, 1060, 3140, 1290]
    found = signed_rank(second, first)
    assert found
    assert (found.w_plus, found.w_minus) == (40, 5)
    assert found.p / 2 == pytest.approx(0.01953, abs=5e-6)


def test_heights_of_darwins_maize() -> None:
    # Darwin (1876), in the examples of scipy.stats.wilcoxon: statistic 24, p 0.041259765625.
    differences = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]
    found = signed_rank([0] * 15, differences)
    assert found
    assert (found.w_minus, found.p) == (24, 0.041259765625)
    assert (found.up, found.down, found.zeros) == (13, 2, 0)


def test_zeros_ties_and_many_pairs_agree_with_published_sums() -> None:
    # The frequencies of SciPy's own test of Pratt's zeros: sum 423, p 0.0031724568 as long as
    # nothing is corrected for continuity.
    frequencies = dict(zip(range(-4, 5), (1, 4, 16, 15, 8, 4, 5, 1, 2), strict=True))
    now = [change for change, count in frequencies.items() for _ in range(count)]
    found = signed_rank([0] * len(now), now)
    assert found
    assert (found.method, found.zeros, found.w_plus) == ("normal approximation", 8, 423)
    ranks = rankdata([abs(change) for change in now])
    spread = sqrt(sum(rank**2 for rank, change in zip(ranks, now, strict=True) if change)) / 2
    middle = (found.w_plus + found.w_minus) / 2
    both_sides = [2 * NormalDist().cdf(-(middle - 423 - off) / spread) for off in (0, 0.5)]
    assert both_sides[0] == pytest.approx(0.0031724568006762576)
    assert found.p == pytest.approx(both_sides[1], rel=1e-9)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(scores, scores), min_size=60, max_size=200))
def test_many_pairs_have_the_normal_approximation_by_its_formula(
    pairs: list[tuple[int, int]],
) -> None:
    before, now = split(pairs)
    found = signed_rank(before, now)
    if found is None or found.method == "exact":
        assert sum(a != b for a, b in pairs) <= EXACT_UP_TO
        return
    changes = [late - early for early, late in pairs]
    ranks = rankdata([abs(change) for change in changes])
    spread = sqrt(sum(rank**2 for rank, change in zip(ranks, changes, strict=True) if change)) / 2
    off = abs(found.w_plus - found.w_minus) / 2
    z = (off - 0.5) / spread if off else 0.0
    assert found.p == pytest.approx(2 * NormalDist().cdf(-abs(z)), rel=1e-9)


def test_where_both_meet_the_approximation_is_near() -> None:
    before = [2, 3, 3, 2, 4, 1, 2, 3, 3, 2, 2, 4, 3, 2, 1, 3, 2, 3, 4, 2]
    now = [3, 3, 4, 4, 3, 2, 4, 4, 3, 1, 4, 4, 5, 3, 2, 3, 4, 2, 4, 3]
    few = signed_rank(before, now)
    assert few
    changes = [late - early for early, late in zip(before, now, strict=True)]
    near = wilcoxon(changes, zero_method="pratt", correction=True, method="asymptotic")
    assert few.method == "exact"
    assert few.p == pytest.approx(near.pvalue, abs=0.005)


@given(st.lists(st.tuples(scores, scores), min_size=1, max_size=20))
def test_counts_add_up_and_direction_is_a_mirror(pairs: list[tuple[int, int]]) -> None:
    before, now = split(pairs)
    found, back = signed_rank(before, now), signed_rank(now, before)
    if not found or not back:
        assert before == now
        return
    assert found.n_pairs == len(pairs) == found.zeros + found.up + found.down
    assert (found.up, found.w_plus, found.p) == (back.down, back.w_minus, back.p)
    assert 0 < found.p <= 1


def test_without_a_change_there_is_no_test() -> None:
    assert signed_rank([1, 2, 3] * 10, [1, 2, 3] * 10) is None
    assert signed_rank([], []) is None
