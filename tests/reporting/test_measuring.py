from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.answers.released import Cell
from kit.reporting.findings import (
    Changed,
    Chosen,
    Commitment,
    Committed,
    Rated,
    Recommended,
    Why,
    Withheld,
    Written,
)
from kit.reporting.measuring import measured
from kit.reporting.question import questions_of
from tests.reporting.answered_form import admission, described, people

if TYPE_CHECKING:
    from kit.reporting.question import Question
    from kit.reporting.respondent import Respondent

QUESTIONS = {each.id: each for each in questions_of([described()])}


def asked(name: str) -> Question:
    return QUESTIONS[name]


@pytest.mark.parametrize(("n", "why"), [(0, Why.NONE), (1, Why.FEW), (4, Why.FEW)])
def test_below_the_threshold_nothing_is_shown(n: int, why: Why) -> None:
    found = measured(asked("better"), people(*[{"better": "4"}] * n), admission())
    assert found == Withheld(asked("better"), why)


def test_what_few_answers_carry() -> None:
    some = people(*({"better": value} for value in "34555"), {"better": "na"}, {})
    found = measured(asked("better"), some, admission())
    assert isinstance(found, Rated)
    assert (found.n, found.missing, found.not_applicable, found.top) == (5, 1, 1, 4)
    assert found.distribution
    assert found.distribution.counts == (0, 0, 1, 1, 3)
    assert (found.mean, found.sd, found.interval) == (None, None, None)
    assert not found.unanimous
    assert not found.much_missing


def test_what_more_answers_carry() -> None:
    found = measured(asked("better"), people(*[{"better": "4"}] * 9, {"better": "1"}), admission())
    assert isinstance(found, Rated)
    assert found.mean == pytest.approx(3.7)
    assert found.sd is not None
    assert found.interval
    assert found.interval.low < 0.9 < found.interval.high


def test_everybody_agreeing_on_something_adverse_is_seen() -> None:
    found = measured(asked("better"), people(*({"better": each} for each in "11222")), admission())
    assert isinstance(found, Rated)
    assert found.unanimous


def test_only_those_who_gave_both_ratings_are_compared() -> None:
    both = [{"can.before": "2", "can.now": "4"}] * 9
    some = people(*both, {"can.before": "3", "can.now": "3"}, {"can.before": "5"})
    found = measured(asked("can"), some, admission())
    assert isinstance(found, Changed)
    assert (found.n, found.missing) == (10, 1)
    assert found.before
    assert found.before.counts == (0, 9, 1, 0, 0)
    assert found.pairs == ((2, 4, 9), (3, 3, 1))
    assert (found.up, found.same, found.down, found.median_change) == (9, 1, 0, 2)
    assert found.test
    assert found.test.p == pytest.approx(2 / 2**9)
    assert found.effect == 1


def test_no_test_below_ten_pairs_and_none_without_a_change() -> None:
    nine = measured(asked("can"), people(*[{"can.before": "2", "can.now": "4"}] * 9), admission())
    assert isinstance(nine, Changed)
    assert (nine.test, nine.effect, nine.mean_change) == (None, None, None)
    same = measured(asked("can"), people(*[{"can.before": "2", "can.now": "2"}] * 12), admission())
    assert isinstance(same, Changed)
    assert (same.test, same.effect, same.same) == (None, None, 12)


def test_choices_and_other_answers() -> None:
    found = measured(
        asked("tools"),
        people(
            *[{"tools": "1|2"}] * 3,
            {"tools": "2"},
            {"tools": "other", "tools.other": "my  own\nlist"},
            {},
        ),
        admission(),
    )
    assert isinstance(found, Chosen)
    assert (found.n, found.missing, found.counts) == (5, 1, (3, 4, 1))
    assert found.others == ("my own list",)


def test_a_recommendation_has_a_bounded_interval_from_ten_on() -> None:
    few = measured(asked("recommend"), people(*[{"recommend": "10"}] * 9), admission())
    assert isinstance(few, Recommended)
    assert few.recommendation is None
    more = measured(
        asked("recommend"),
        people(*[{"recommend": "10"}] * 9, *[{"recommend": "3"}] * 3),
        admission(),
    )
    assert isinstance(more, Recommended)
    assert more.recommendation
    assert more.recommendation.score == 50
    assert -100 <= more.recommendation.low <= 50 <= more.recommendation.high <= 100


def test_what_people_wrote_stands_in_an_order_that_tells_nothing() -> None:
    texts = [f"comment {n}" for n in range(8)]
    forwards = measured(asked("words"), people(*({"words": t} for t in texts), {}), admission())
    back = measured(asked("words"), people({}, *({"words": t} for t in texts[::-1])), admission())
    assert isinstance(forwards, Written)
    assert isinstance(back, Written)
    assert forwards.comments == back.comments
    assert sorted(forwards.comments) == texts
    assert (forwards.n, forwards.missing) == (8, 1)


def test_comments_of_fewer_than_five_people_are_not_shown() -> None:
    found = measured(asked("words"), people(*[{"words": "x"}] * 4), admission())
    assert isinstance(found, Withheld)


def test_commitments_keep_their_parts_together() -> None:
    found = measured(
        asked("change"),
        people({"change.what": "ask", "change.by-when": "May"}, {"change.what": "ask"}, *[{}] * 3),
        admission(),
    )
    assert isinstance(found, Committed)
    assert (found.n, found.missing) == (2, 3)
    assert set(found.commitments) == {Commitment("ask", "", "May"), Commitment("ask")}


def test_a_late_answer_waits_until_there_are_enough() -> None:
    first = people(*[{"better": "5"}] * 6)
    earlier = Cell("better", frozenset(each.id for each in first))
    late = people(*[{"better": "1"}] * 4)
    found = measured(asked("better"), [*first, *late], admission([earlier]))
    assert isinstance(found, Rated)
    assert (found.n, found.late, found.top) == (6, 4, 6)
    enough = measured(
        asked("better"), [*first, *late, *people({"better": "1"})], admission([earlier])
    )
    assert isinstance(enough, Rated)
    assert (enough.n, enough.late) == (11, 0)


def twice(*answers: dict[str, str], second: str) -> list[Respondent]:
    """Give answers at a first session, and the same ones at a second."""
    return [*people(*answers), *people(*answers, session=second)]


@pytest.mark.parametrize(("second", "forms"), [("ward/second", True), ("clinic/first", False)])
def test_what_needs_other_people_is_not_said_of_forms_of_the_same(second: str, forms: bool) -> None:
    answer = {"better": "4", "can.before": "2", "can.now": "4", "recommend": "9"}
    asked_twice = twice(*[answer] * 10, second=second)
    rated, changed, recommended = (
        measured(asked(name), asked_twice, admission()) for name in ("better", "can", "recommend")
    )
    assert isinstance(rated, Rated)
    assert isinstance(changed, Changed)
    assert isinstance(recommended, Recommended)
    assert (rated.counts_forms, rated.n, rated.mean) == (forms, 20, 4)
    needing = (rated.interval, changed.test, changed.effect, changed.effect_interval)
    for each in (*needing, recommended.recommendation):
        assert (each is None) is forms
