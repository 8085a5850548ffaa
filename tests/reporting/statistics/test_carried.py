from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.reporting.statistics import carried


@pytest.mark.parametrize(
    "allowed",
    [carried.percent_allowed, carried.mean_allowed, carried.sd_allowed, carried.test_allowed],
    ids=lambda each: each.__name__,
)
def test_ten_answers_carry_more_than_counts(allowed: object) -> None:
    assert callable(allowed)
    assert [allowed(n) for n in (0, 5, 9, 10, 11, 1200)] == [False] * 3 + [True] * 3


def test_fewer_than_thirty_pairs_are_exploratory() -> None:
    assert [carried.exploratory(n) for n in (10, 29, 30, 1200)] == [True, True, False, False]


@pytest.mark.parametrize(
    ("successes", "n", "written"),
    [
        (20, 21, "95%"),
        (19, 20, "95%"),
        (0, 12, "0%"),
        (12, 12, "100%"),
        (1, 8, "13%"),
        (1, 200, "1%"),
        (1, 1200, "<1%"),
        (1199, 1200, ">99%"),
        (1150, 1200, "96%"),
    ],
)
def test_percents_are_whole(successes: int, n: int, written: str) -> None:
    assert carried.percent(successes, n) == written


@given(st.integers(1, 1200), st.data())
def test_all_and_none_are_said_of_all_and_none_alone(n: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, n))
    written = carried.percent(successes, n)
    assert (written == "100%") == (successes == n)
    assert (written == "0%") == (successes == 0)
    assert abs(int(re.sub(r"\D", "", written)) - 100 * successes / n) <= 1


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_has_no_percent(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        carried.percent(successes, n)


@pytest.mark.parametrize(
    ("value", "n", "written"),
    [
        (4.25, 12, "4.3"),
        (4.35, 99, "4.4"),
        (4.0, 12, "4.0"),
        (4.125, 100, "4.13"),
        (4.0, 1200, "4.00"),
        (-0.04, 12, "0.0"),
        (-0.25, 12, "-0.3"),
        (0.0, 12, "0.0"),
        (10.0, 12, "10.0"),
    ],
)
def test_means_have_no_more_decimals_than_answers_carry(value: float, n: int, written: str) -> None:
    assert carried.rounded(value, n) == written


@given(st.floats(-100, 100), st.integers(1, 1200))
def test_what_is_written_is_near(value: float, n: int) -> None:
    places = 2 if n >= 100 else 1
    written = carried.rounded(value, n)
    assert re.fullmatch(rf"-?\d+\.\d{{{places}}}", written)
    assert abs(float(written) - value) <= 0.5 * 10**-places + 1e-9


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(1, 2, 1), (-1, 2, -1), (3, 2, 2), (-5, 2, -3), (1, 3, 0), (-1, 3, 0), (2, 3, 1), (0, 9, 0)],
)
def test_halves_are_rounded_away_from_zero(numerator: int, denominator: int, expected: int) -> None:
    assert carried.whole(numerator, denominator) == expected


@pytest.mark.parametrize(
    ("p", "written"),
    [
        (0.03, "p = .03"),
        (0.0625, "p = .063"),
        (0.0412597, "p = .041"),
        (0.0496, "p = .05"),
        (0.0012, "p = .001"),
        (0.001, "p = .001"),
        (0.00099, "p < .001"),
        (1.5378e-05, "p < .001"),
        (0.0, "p < .001"),
        (0.0095, "p = .01"),
        (0.0994, "p = .099"),
        (0.0996, "p = .10"),
        (0.1, "p = .10"),
        (0.5, "p = .50"),
        (0.694, "p = .69"),
        (0.99, "p = .99"),
        (0.9999, "p > .99"),
        (1.0, "p > .99"),
    ],
)
def test_p_is_written_as_journals_do(p: float, written: str) -> None:
    assert carried.p_value(p) == written


@given(st.floats(0, 1))
def test_p_is_never_nothing_and_never_certain(p: float) -> None:
    written = carried.p_value(p)
    found = re.fullmatch(r"p ([=<>]) (\.\d{2,3})", written)
    assert found
    sign, digits = found[1], float(found[2])
    assert 0 < digits < 1
    assert len(found[2].lstrip(".0")) <= 2
    if sign == "=":
        assert abs(digits - p) <= 0.005 + 1e-9
    else:
        assert p < 0.001 if sign == "<" else p > 0.99


@pytest.mark.parametrize("strange", [-0.01, 1.01, float("nan")])
def test_what_is_no_probability_is_not_written(strange: float) -> None:
    with pytest.raises(ValueError, match="not a probability"):
        carried.p_value(strange)
