from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.reporting.statistics.ranks import change_ranks
from kit.reporting.statistics.sign_flips import two_sided_p

# Fifty pairs of answers from 1 to 7 with the output of R's coin::wilcoxsign_test(y ~ x,
# distribution = "exact"): Exact Wilcoxon-Pratt Signed-Rank Test, Z = 4.5276, p-value = 1.474e-06.
NOW = [int(each) for each in "64557666766566553665654666743466564665766567666577"]
BEFORE = [int(each) for each in "53535362362556464553756643432454462674455557453267"]


def of_all_flips(ranks: list[int], up: int) -> float:
    """List every way to give each rank a direction."""
    totals = [
        sum(rank for rank, rises in zip(ranks, way, strict=True) if rises)
        for way in product((False, True), repeat=len(ranks))
    ]
    off = abs(2 * up - sum(ranks))
    return sum(abs(2 * total - sum(ranks)) >= off for total in totals) / len(totals)


@given(st.lists(st.integers(1, 24), max_size=9), st.integers(0, 9))
def test_ways_are_counted_as_if_each_were_listed(ranks: list[int], rose: int) -> None:
    up, down = ranks[:rose], ranks[rose:]
    assert two_sided_p(up, down) == of_all_flips(ranks, sum(up))


@given(st.lists(st.integers(1, 50), max_size=30), st.lists(st.integers(1, 50), max_size=30))
def test_p_is_of_both_sides_and_no_more_than_one(up: list[int], down: list[int]) -> None:
    found = two_sided_p(up, down)
    assert 0 < found <= 1
    assert found == two_sided_p(down, up)


def test_p_is_that_of_another_program_with_ties_and_zeros() -> None:
    ranks = change_ranks(BEFORE, NOW)
    variance = sum(rank**2 for rank in (*ranks.up, *ranks.down)) / 4
    z = (ranks.w_plus - ranks.w_minus) / variance**0.5
    assert ranks.zeros > 0
    assert z == pytest.approx(4.5276, abs=5e-5)
    assert two_sided_p(ranks.up, ranks.down) == pytest.approx(1.474e-06, abs=5e-10)


def test_nothing_is_certain_where_nothing_changed() -> None:
    assert two_sided_p((), ()) == 1.0
