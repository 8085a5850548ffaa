from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.answers.response import Answer, Response, Status, Way
from kit.answers.store import Store
from kit.collecting.review import doubts
from kit.collecting.sitting import Sitting
from kit.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from kit.instrument.description import FormDescription

DOUBTS = ("knows-gap.before", "recommend")


@pytest.fixture
def store(tmp_path: Path, form: FormDescription) -> Generator[Store]:
    """One sheet: two answers in doubt, one that was taken, and others on a page that is missing."""
    with Store.at(tmp_path / "answers.db") as made:
        answers = (
            Answer(DOUBTS[0], (), Status.DOUBTFUL, {"kind": "two-marks", "reason": "two marks"}),
            Answer("knows-gap.now", ("3",)),
            Answer(DOUBTS[1], (), Status.DOUBTFUL, {"kind": "blank", "reason": "no mark"}),
        )
        made.add([Response(form, Way.SCAN, date(2027, 3, 1), answers, "sheet")])
        yield made


@pytest.fixture
def sitting(store: Store) -> Sitting:
    return Sitting(store, "M. R.")


def response(store: Store) -> str:
    return next(store.responses()).id


def values(store: Store, field: str) -> tuple[str, ...]:
    answers = next(store.responses()).response.answers
    return next(each.values for each in answers if each.field == field)


def test_a_decision_is_taken_back_as_it_was(store: Store, sitting: Sitting) -> None:
    before = doubts(store)
    first = before[0]
    sitting.settle(first.response, first.field.key, list(first.field.values[:1]))
    for _ in range(2):
        sitting.take_back(first.response, first.field.key)
        assert doubts(store) == before


def test_decisions_about_one_answer_are_taken_back_one_by_one(
    store: Store, sitting: Sitting
) -> None:
    name = response(store)
    for said in ("4", "4", "2"):
        sitting.settle(name, "knows-gap.now", [said])
    for expected in ("4", "4", "3", "3"):
        sitting.take_back(name, "knows-gap.now")
        assert values(store, "knows-gap.now") == (expected,)


def test_what_an_earlier_sitting_decided_stands(store: Store, sitting: Sitting) -> None:
    name = response(store)
    Sitting(store, "A. B.").settle(name, DOUBTS[0], ["2"])
    sitting.take_back(name, DOUBTS[0])
    assert values(store, DOUBTS[0]) == ("2",)
    sitting.settle(name, DOUBTS[0], ["1"])
    sitting.take_back(name, DOUBTS[0])
    assert values(store, DOUBTS[0]) == ("2",)


def test_blanks_that_were_confirmed_together_are_taken_back(store: Store, sitting: Sitting) -> None:
    name, before = response(store), doubts(store)
    assert sitting.settle_blanks([(name, field) for field in DOUBTS]) == 1
    for field in DOUBTS:
        sitting.take_back(name, field)
    assert doubts(store) == before


def test_an_answer_that_did_not_come_in_is_in_doubt_when_it_is_taken_back(
    store: Store, sitting: Sitting
) -> None:
    name = response(store)
    sitting.settle(name, "improve", ["More time."])
    sitting.take_back(name, "improve")
    assert [each.kind for each in doubts(store) if each.field.key == "improve"] == ["blank"]


def test_what_is_refused_is_nothing_to_take_back(store: Store, sitting: Sitting) -> None:
    name = response(store)
    with pytest.raises(KitError):
        sitting.settle(name, "knows-gap.now", ["11"])
    sitting.take_back(name, "knows-gap.now")
    assert values(store, "knows-gap.now") == ("3",)
