from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.tailoring.retiming.shares import apportion

minutes = st.integers(0, 600)
shares = st.lists(st.integers(1, 600), min_size=1, max_size=12)


@given(minutes, shares)
def test_parts_add_up(whole: int, parts: list[int]) -> None:
    assert sum(apportion(whole, parts)) == whole


@given(minutes, shares)
def test_no_part_is_a_minute_off_its_share(whole: int, parts: list[int]) -> None:
    for part, share in zip(apportion(whole, parts), parts, strict=True):
        assert abs(part * sum(parts) - whole * share) < sum(parts)


@given(minutes, shares)
def test_a_larger_share_never_gets_less(whole: int, parts: list[int]) -> None:
    divided = sorted(zip(parts, apportion(whole, parts), strict=True))
    assert all(one[1] <= other[1] for one, other in pairwise(divided) if one[0] < other[0])


@given(minutes, shares)
def test_of_equal_shares_the_earlier_gets_no_less(whole: int, parts: list[int]) -> None:
    divided = apportion(whole, parts)
    for at, share in enumerate(parts):
        for later in range(at + 1, len(parts)):
            if parts[later] == share:
                assert divided[at] >= divided[later]


@given(shares)
def test_shares_that_are_minutes_stay_what_they_are(parts: list[int]) -> None:
    assert apportion(sum(parts), parts) == tuple(parts)


@given(minutes, shares, st.integers(1, 9))
def test_only_proportions_count(whole: int, parts: list[int], factor: int) -> None:
    assert apportion(whole, parts) == apportion(whole, [part * factor for part in parts])


def test_ties_go_to_the_earlier() -> None:
    assert apportion(10, [1, 1, 1]) == (4, 3, 3)
    assert apportion(5, [1, 1]) == (3, 2)
    assert apportion(1, [1, 1, 1]) == (1, 0, 0)


def test_nothing_is_divided_into_nothing() -> None:
    assert apportion(0, []) == ()
    assert apportion(0, [0, 0]) == (0, 0)


@pytest.mark.parametrize(("whole", "parts"), [(5, []), (5, [0]), (-1, [1]), (5, [2, -1])])
def test_what_cannot_be_divided_is_refused(whole: int, parts: list[int]) -> None:
    with pytest.raises(ValueError, match=r"minutes|negative"):
        apportion(whole, parts)
