from __future__ import annotations

from kit.definitions.session_record import SessionRecord
from kit.pipeline.records.record_entry import Entry, with_entry
from kit.pipeline.records.record_words import (
    changes,
    debrief_lines,
    list_lines,
    minutes_rows,
    note_lines,
    people_lines,
)
from kit.pipeline.records.session_plan import PlannedActivity, SessionPlan
from kit.pipeline.records.who_came import WhoCame

PLAN = SessionPlan(
    "Small",
    (
        PlannedActivity("welcome", "Welcome", 5),
        PlannedActivity("cases", "Cases", 12),
        PlannedActivity("closing", "Closing", 3),
    ),
    ("First?", "Second?"),
)
TODAY = "2027-08-12"


def made(entry: Entry, before: SessionRecord | None = None) -> SessionRecord:
    return with_entry(before or SessionRecord(), entry, TODAY)


def test_it_says_what_changed() -> None:
    first = made(
        Entry(invited=18, attended=14, minutes={"cases": 9}, note="A", debrief={"First?": "x"})
    )
    assert changes(SessionRecord(), first) == (
        "Invited: 18",
        "Attended: 14",
        "Minutes of `cases`: 9",
        "“First?”: answered",
        "Note: added",
    )
    second = made(
        Entry(names=("Ana",), minutes={"cases": 10}, note="B", debrief={"First?": "y"}), first
    )
    assert changes(first, second) == (
        "Attended: 1 (all by name), was 14",
        "Minutes of `cases`: 10, was 9",
        "“First?”: answered anew",
        "Note: replaced",
    )
    assert changes(second, made(Entry(names=("Bo",)), second)) == ("Attended by name: other names",)
    assert changes(second, second) == ()


def test_minutes_stand_beside_those_planned_in_the_order_of_the_agenda() -> None:
    record = made(Entry(minutes={"gone": 4, "cases": 15, "welcome": 0}))
    assert minutes_rows(record, PLAN) == (
        ("Welcome", "5", "0"),
        ("Cases", "12", "15"),
        ("Closing", "3", ""),
        ("gone", "", "4"),
        ("Together, where known", "17", "15"),
    )
    assert minutes_rows(record, None) == (
        ("cases", "", "15"),
        ("gone", "", "4"),
        ("welcome", "", "0"),
    )
    assert minutes_rows(SessionRecord(), PLAN) == ()


def test_the_workshops_questions_come_first() -> None:
    record = made(Entry(debrief={"Own?": "a\nb", "Second?": "2", "First?": "1"}))
    assert debrief_lines(record, PLAN) == (
        *("First?", "  1", "Second?", "  2", "Own?", "  a", "  b"),
    )


def test_people() -> None:
    record = made(Entry(invited=3, attended=2, names=("Ana",)))
    assert people_lines(record) == ("Invited: 3", "Attended: 2 (1 by name)", "  Ana")


def test_notes_stand_in_the_order_of_the_agenda() -> None:
    first = made(Entry(notes={"gone": "x", "cases": "a\nb", "welcome": "w"}, note="Own"))
    assert note_lines(first, PLAN) == (
        *("Welcome", "  w", "Cases", "  a", "  b", "gone", "  x", "Own"),
    )
    assert note_lines(first, None)[:2] == ("cases", "  a")
    second = made(Entry(notes={"cases": "c", "closing": "d"}), first)
    assert changes(first, second) == ("Note on `cases`: replaced", "Note on `closing`: added")


def test_a_list_in_numbers() -> None:
    assert list_lines(WhoCame(("Ana",))) == ()
    assert list_lines(WhoCame(("Ana",), column="Here")) == (
        "By the column “Here”, everybody came.",
    )
    assert list_lines(WhoCame(("Ana", "Bo"), ("Bo",), "Came", 3)) == (
        "By the column “Came”, 3 people on the list did not come.",
        "Of those who came, 1 is a walk-in.",
    )
