from __future__ import annotations

from math import comb, sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.reporting.statistics.proportion import wilson


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_intervals_are_those_that_were_published(
    successes: int, n: int, low: float, high: float
) -> None:
    found = wilson(successes, n)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@settings(deadline=None)
@given(st.integers(1, 1200), st.data(), st.sampled_from([0.8, 0.95, 0.99]))
def test_bounds_are_where_the_share_is_just_not_rejected(
    n: int, data: st.DataObject, level: float
) -> None:
    successes = data.draw(st.integers(0, n))
    share = successes / n
    found = wilson(successes, n, level)
    assert 0 <= found.low <= share <= found.high <= 1
    z = NormalDist().inv_cdf(0.5 + level / 2)
    for bound in (found.low, found.high):
        if 1e-9 < bound < 1 - 1e-9:
            error = sqrt(bound * (1 - bound) / n)
            assert abs(share - bound) == pytest.approx(z * error, rel=1e-6)


@settings(deadline=None)
@given(st.integers(1, 300), st.data())
def test_no_is_the_mirror_of_yes(n: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, n))
    yes, no = wilson(successes, n), wilson(n - successes, n)
    assert (yes.low, yes.high) == pytest.approx((1 - no.high, 1 - no.low))


def test_the_interval_holds_the_true_share_about_as_often_as_it_says() -> None:
    n = 21
    intervals = [wilson(successes, n) for successes in range(n + 1)]
    shares = [step / 100 for step in range(5, 96)]
    held = [
        sum(
            comb(n, k) * share**k * (1 - share) ** (n - k)
            for k, each in enumerate(intervals)
            if each.low <= share <= each.high
        )
        for share in shares
    ]
    assert 0.94 < sum(held) / len(held) < 0.965
    assert min(held) > 0.87


@pytest.mark.parametrize(
    ("successes", "n", "level"), [(0, 0, 0.95), (3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0)]
)
def test_what_is_no_share_has_no_interval(successes: int, n: int, level: float) -> None:
    with pytest.raises(ValueError, match="no interval"):
        wilson(successes, n, level)
