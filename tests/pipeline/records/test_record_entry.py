from __future__ import annotations

import pytest

from kit.definitions.session_record import Headcount, SessionRecord
from kit.errors import KitError
from kit.pipeline.records.notes_taken import NotesTaken
from kit.pipeline.records.record_entry import (
    Entry,
    entry_of,
    minutes_doubts,
    minutes_from,
    record_doubts,
    whole_number,
    with_entry,
)
from kit.pipeline.records.session_plan import PlannedActivity, SessionPlan

PLAN = SessionPlan(
    "Small", (PlannedActivity("welcome", "Welcome", 5), PlannedActivity("cases", "Cases", 12)), ()
)
TODAY = "2027-08-12"


def codes(caught: pytest.ExceptionInfo[KitError]) -> set[str]:
    return {each.code for each in caught.value.problems}


def test_what_is_given_replaces_and_the_rest_stays() -> None:
    first = with_entry(
        SessionRecord(),
        Entry(invited=18, attended=14, minutes={"welcome": 8}, debrief={"Why?": "So."}, note="A"),
        "2027-08-01",
    )
    second = with_entry(
        first, Entry(attended=15, minutes={"cases": 0}, debrief={"Why?": "Because."}), TODAY
    )
    assert (second.invited, second.note) == (Headcount(count=18), "A")
    assert second.attended == Headcount(count=15)
    assert dict(second.minutes) == {"welcome": 8, "cases": 0}
    assert [each.answer for each in second.debrief] == ["Because."]
    assert second.recorded == TODAY


def test_the_same_again_changes_not_even_the_day() -> None:
    first = with_entry(SessionRecord(), Entry(attended=14), "2027-08-01")
    assert with_entry(first, Entry(attended=14), TODAY) is first


def test_names_count_themselves_unless_a_number_is_given() -> None:
    counted = with_entry(SessionRecord(), Entry(attended=14), TODAY)
    assert with_entry(counted, Entry(names=("Ana", "Bo")), TODAY).attended == Headcount(
        count=2, names=("Ana", "Bo")
    )
    both = with_entry(counted, Entry(attended=3, names=("Ana", "Bo")), TODAY)
    assert both.attended == Headcount(count=3, names=("Ana", "Bo"))
    assert with_entry(both, Entry(attended=4), TODAY).attended == Headcount(
        count=4, names=("Ana", "Bo")
    )
    with pytest.raises(KitError) as caught:
        with_entry(both, Entry(attended=1), TODAY)
    assert codes(caught) == {"more-names"}


def test_everything_that_cannot_be_is_told_at_once() -> None:
    with pytest.raises(KitError) as caught:
        entry_of(
            invited=-1,
            attended=10_001,
            names=("",),
            minutes=["wellcome=3", "cases", "cases=1.5", "cases=-2", "cases=601"],
            notes=NotesTaken(),
            plan=PLAN,
        )
    assert codes(caught) == {
        *("below-zero", "too-large-a-number", "no-name", "unknown-activity", "not-minutes"),
    }
    hints = {each.code: each.hint for each in caught.value.problems}
    assert hints["unknown-activity"] == "Did you mean `welcome`?"


def test_more_names_than_people() -> None:
    with pytest.raises(KitError) as caught:
        entry_of(
            invited=None, attended=1, names=("A", "B"), minutes=[], notes=NotesTaken(), plan=None
        )
    assert codes(caught) == {"more-names"}


def test_minutes_are_whole_and_the_last_word_counts() -> None:
    assert minutes_from(["welcome=8", " cases = 0 ", "welcome=9"], PLAN) == {
        "welcome": 9,
        "cases": 0,
    }


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("-3", -3), ("012", 12), ("", None), ("-", None), ("--1", None), ("1e3", None),
     ("٣", None), ("1" * 10, None), ("1_0", None)],
)  # fmt: skip
def test_whole_numbers(text: str, number: int | None) -> None:
    assert whole_number(text) == number


def test_more_people_than_invited_is_a_doubt_and_no_mistake() -> None:
    record = with_entry(SessionRecord(), Entry(invited=3, attended=4), TODAY)
    (doubt,) = record_doubts(record)
    assert (doubt.code, str(doubt.severity)) == ("more-than-invited", "warning")
    assert record_doubts(with_entry(record, Entry(invited=4), TODAY)) == ()


@pytest.mark.parametrize(
    ("minutes", "asked"),
    [({"welcome": 15, "cases": 0}, []), ({"welcome": 18}, ["whole session was planned to take 17"]),
     ({"gone": 500}, ["whole session"]), ({"cases": 500, "welcome": 16}, ["whole session"])],
)  # fmt: skip
def test_minutes_that_can_hardly_be_are_asked_about(
    minutes: dict[str, int], asked: list[str]
) -> None:
    doubts = minutes_doubts(minutes, PLAN)
    assert len(doubts) == len(asked)
    for doubt, words in zip(doubts, asked, strict=True):
        assert (doubt.code, str(doubt.severity)) == ("many-minutes", "warning")
        assert words in doubt.message
    assert minutes_doubts({"cases": 500}, None) == ()


def test_a_short_part_that_took_many_times_as_long_is_asked_about() -> None:
    plan = SessionPlan(
        "L", (PlannedActivity("welcome", "Welcome", 5), PlannedActivity("cases", "Cases", 60)), ()
    )
    (doubt,) = minutes_doubts({"welcome": 45, "cases": 62}, plan)
    assert doubt.message == "Did `welcome` take 45 minutes? 5 were planned. It is kept."
    assert doubt.hint == "If not, record it again: `--minutes welcome=5`."


def test_notes_on_parts_replace_by_part() -> None:
    first = with_entry(SessionRecord(), Entry(notes={"welcome": "A", "cases": "B"}), "2027-08-01")
    second = with_entry(first, Entry(notes={"cases": "C"}), TODAY)
    assert dict(second.notes) == {"welcome": "A", "cases": "C"}
    assert second.recorded == TODAY
    assert with_entry(second, Entry(notes={"cases": "C"}), "2027-09-01") is second


def test_a_note_that_is_too_long() -> None:
    for notes in (NotesTaken({"welcome": "x" * 20_001}), NotesTaken(general="x" * 20_001)):
        with pytest.raises(KitError) as caught:
            entry_of(invited=None, attended=None, names=(), minutes=[], notes=notes, plan=None)
        assert codes(caught) == {"too-long"}
