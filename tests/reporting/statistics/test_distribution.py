from __future__ import annotations

import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.reporting.statistics.distribution import Distribution

answers = st.lists(st.integers(1, 5), min_size=2, max_size=60)


@given(answers)
def test_figures_are_those_of_the_answers_one_by_one(values: list[int]) -> None:
    found = Distribution.of(values, 5)
    assert found.n == len(values)
    assert found.mean == pytest.approx(statistics.fmean(values))
    assert found.sd == pytest.approx(statistics.stdev(values))
    assert found.median == statistics.median(values)
    assert found.quartiles == pytest.approx(tuple(np.quantile(values, [0.25, 0.75])))


@given(st.lists(st.integers(0, 10), min_size=1), st.integers(0, 11))
def test_boxes_of_both_ends_are_all_answers(values: list[int], boxes: int) -> None:
    found = Distribution.of(values, 11, first=0)
    assert found.top(boxes) + found.bottom(11 - boxes) == found.n
    assert found.top(boxes) == sum(value > 10 - boxes for value in values)


def test_agreed_or_strongly_agreed_are_the_top_two_boxes() -> None:
    found = Distribution((1, 0, 0, 7, 12))
    assert (found.top(2), found.bottom(2), found.n) == (19, 1, 20)


def test_quartiles_are_those_of_r() -> None:
    # quantile(c(1, 2, 2, 3, 4, 5), c(.25, .75)), type 7: at 1 + 5/4 and 1 + 15/4 of the six.
    found = Distribution.of([1, 2, 2, 3, 4, 5], 5)
    assert found.quartiles == (2.0, 3.75)
    assert Distribution.of([4], 5).quartiles == (4.0, 4.0)


def test_the_spread_is_exact_where_floating_sums_are_not() -> None:
    far = 10**8
    found = Distribution((1, 1, 1), first=far)
    assert found.sd == 1.0
    assert Distribution((0, 0, 9)).sd == 0.0


def test_one_answer_has_no_spread() -> None:
    assert Distribution.of([3], 5).sd is None
    assert Distribution((0, 0)).sd is None


@pytest.mark.parametrize("figure", ["mean", "median", "quartiles"])
def test_no_answers_have_no_middle(figure: str) -> None:
    with pytest.raises(ValueError, match="no answer"):
        getattr(Distribution((0, 0, 0)), figure)


@pytest.mark.parametrize("values", [[0], [6], [3, -1]])
def test_what_is_not_on_the_scale_is_not_counted(values: list[int]) -> None:
    with pytest.raises(ValueError, match="not on a scale of 1 to 5"):
        Distribution.of(values, 5)


def test_counts_are_counts() -> None:
    for counts in ((), (1, -1)):
        with pytest.raises(ValueError, match="one count or more"):
            Distribution(counts)
    for boxes in (-1, 6):
        with pytest.raises(ValueError, match="boxes"):
            Distribution((1, 2, 3, 4, 5)).top(boxes)
        with pytest.raises(ValueError, match="boxes"):
            Distribution((1, 2, 3, 4, 5)).bottom(boxes)
