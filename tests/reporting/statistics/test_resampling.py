from __future__ import annotations

import numpy as np

from kit.reporting.statistics.resampling import RESAMPLES, percentile_bounds, resampled


def test_each_draw_has_as_many_answers_as_there_are() -> None:
    drawn = resampled((3, 0, 17), seed=1, resamples=200)
    assert drawn.shape == (200, 3)
    assert set(drawn.sum(axis=1)) == {20}
    assert not drawn[:, 1].any()
    assert 2.5 < drawn[:, 0].mean() < 3.5


def test_the_same_seed_draws_the_same_and_another_one_does_not() -> None:
    first, again, other = (resampled((5, 6, 7), seed, 50) for seed in (4, 4, 5))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_bounds_are_the_250th_from_either_end() -> None:
    found = np.arange(1, RESAMPLES + 1)
    assert percentile_bounds(found[::-1]) == (250, 9750)
    assert percentile_bounds(found, 0.9) == (500, 9500)
    assert percentile_bounds(np.array([3, 1, 2])) == (1, 3)
