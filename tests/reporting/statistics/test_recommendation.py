from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.reporting.statistics.recommendation import recommendation
from kit.reporting.statistics.resampling import RESAMPLES, SEED

answers = st.lists(st.integers(0, 10), min_size=1, max_size=80)


@settings(deadline=None, max_examples=60)
@given(answers)
def test_everything_stays_on_its_scale_and_repeats(values: list[int]) -> None:
    found = recommendation(values, resamples=199)
    assert found == recommendation(values, resamples=199)
    assert found.n == len(values) == found.promoters + found.passives + found.detractors
    assert -100 <= found.low <= found.high <= 100
    assert abs(found.score - 100 * (found.promoters - found.detractors) / found.n) <= 0.5
    assert found.mean == pytest.approx(np.mean(values))


def test_nine_recommends_and_six_does_not() -> None:
    found = recommendation([0, 6, 7, 8, 9, 10, 10, 10])
    assert (found.promoters, found.passives, found.detractors) == (4, 2, 2)
    assert (found.score, found.seed, found.resamples) == (25, SEED, RESAMPLES)
    assert found.low <= found.score <= found.high


def test_halves_are_rounded_away_from_zero() -> None:
    assert recommendation([9, *[7] * 7]).score == 13
    assert recommendation([5, *[7] * 7]).score == -13


def test_the_order_of_answers_does_not_matter() -> None:
    values = [3, 9, 10, 7, 8, 9, 10, 6]
    assert recommendation(values) == recommendation(sorted(values))


def test_more_answers_tell_more() -> None:
    few = [10, 9, 8, 7, 9, 5]
    wide, narrow = recommendation(few * 3), recommendation(few * 200)
    assert wide.score == narrow.score == 33
    assert narrow.high - narrow.low < (wide.high - wide.low) / 4


def test_the_interval_is_near_that_of_the_normal_distribution_where_this_may_be_used() -> None:
    # The variance of the score, as of any mean of answers that count 1, 0 or -1.
    values = [10] * 180 + [8] * 120 + [4] * 100
    found = recommendation(values)
    error = 100 * ((180 + 100) / 400 - (80 / 400) ** 2) ** 0.5 / 400**0.5
    assert found.score == 20
    assert (found.low, found.high) == pytest.approx((20 - 1.96 * error, 20 + 1.96 * error), abs=1.5)


def test_the_interval_holds_the_true_score_about_as_often_as_it_says() -> None:
    random = np.random.default_rng(11)
    held = 0
    for _ in range(200):
        values = random.choice([10, 8, 4], size=40, p=[0.5, 0.3, 0.2]).tolist()
        found = recommendation(values, resamples=399)
        held += found.low <= 30 <= found.high
    assert 0.9 <= held / 200 <= 0.99


@pytest.mark.parametrize("values", [[], [11], [-1, 5]])
def test_without_answers_on_the_scale_there_is_no_score(values: list[int]) -> None:
    with pytest.raises(ValueError, match=r"no answer|not on a scale"):
        recommendation(values)
