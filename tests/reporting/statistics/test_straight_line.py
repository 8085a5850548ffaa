from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.reporting.statistics.straight_line import is_straight_line


@pytest.mark.parametrize(
    ("values", "straight"),
    [
        ([4, 4, 4, 4, 4], True),
        ([4, 4, 4, 4], False),
        ([4, 4, 4, 4, 5], False),
        ([5, 4, 4, 4, 4, 4], False),
        ([], False),
    ],
)
def test_five_answers_that_are_the_same_are_a_straight_line(
    values: list[int], *, straight: bool
) -> None:
    assert is_straight_line(values) is straight


@given(st.lists(st.integers(1, 5), min_size=5))
def test_one_other_answer_bends_it(values: list[int]) -> None:
    assert is_straight_line(values) == (min(values) == max(values))
