from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.reporting.statistics.holm import holm

probabilities = st.lists(st.floats(0, 1), max_size=12)

# The fifteen tests of Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57,
# 289-300, section 3.2, of which three hold where the familywise error is kept at 5%.
FIFTEEN = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
)


def test_the_example_of_four_tests() -> None:
    # Wikipedia, "Holm-Bonferroni method": of these four the first and the last are rejected.
    found = holm([0.01, 0.04, 0.03, 0.005])
    assert found == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert [p <= 0.05 for p in found] == [True, False, False, True]


def test_three_of_fifteen_hold() -> None:
    found = holm(FIFTEEN)
    assert found[:4] == pytest.approx((0.0015, 0.0056, 0.0247, 0.114))
    assert sum(p <= 0.05 for p in found) == 3
    assert found[-1] == 1.0


@given(probabilities)
def test_a_test_is_rejected_when_the_procedure_step_by_step_rejects_it(p: list[float]) -> None:
    for alpha in (0.011, 0.0503, 0.2):
        rejected, left = set(), sorted(range(len(p)), key=lambda at: p[at])
        while left and p[left[0]] * len(left) <= alpha:
            rejected.add(left.pop(0))
        assert {at for at, each in enumerate(holm(p)) if each <= alpha} == rejected


@given(probabilities)
def test_none_becomes_smaller_and_their_sequence_stays(p: list[float]) -> None:
    found = holm(p)
    assert len(found) == len(p)
    assert all(was <= is_now <= 1 for was, is_now in zip(p, found, strict=True))
    assert [each for _, each in sorted(zip(p, found, strict=True))] == sorted(found)


def test_one_test_is_left_as_it_is() -> None:
    assert holm([0.04]) == (0.04,)
    assert holm([]) == ()


@pytest.mark.parametrize("strange", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(strange: float) -> None:
    with pytest.raises(ValueError, match="probabilities"):
        holm([0.5, strange])
