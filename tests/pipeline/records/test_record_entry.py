from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.definitions.session_record import Headcount, SessionRecord
from kit.errors import KitError
from kit.pipeline.records.record_entry import (
    Entry,
    entry_of,
    minutes_from,
    names_from,
    record_doubts,
    whole_number,
    with_entry,
)
from kit.pipeline.records.session_plan import PlannedActivity, SessionPlan

if TYPE_CHECKING:
    from pathlib import Path

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
            note=" \x1b ",
            plan=PLAN,
        )
    assert codes(caught) == {
        *("below-zero", "too-large-a-number", "no-name", "unknown-activity", "not-minutes"),
        "no-text",
    }
    hints = {each.code: each.hint for each in caught.value.problems}
    assert hints["unknown-activity"] == "Did you mean `welcome`?"


def test_more_names_than_people() -> None:
    with pytest.raises(KitError) as caught:
        entry_of(invited=None, attended=1, names=("A", "B"), minutes=[], note=None, plan=None)
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


def test_a_sign_in_list_and_those_who_forgot_to_sign(tmp_path: Path) -> None:
    path = tmp_path / "sign-in.csv"
    path.write_bytes("\ufeffName;E-Mail\r\n Ana  Díaz ;a@b.example\r\nBo Li;\r\n".encode())
    names, doubts = names_from(path, "sign-in.csv", ["bo li", "Cy\u200b  Oe"])
    assert names == ("Ana Díaz", "Bo Li", "Cy Oe")
    assert doubts == ()


def test_two_people_of_one_name_are_two(tmp_path: Path) -> None:
    path = tmp_path / "sign-in.csv"
    path.write_text("Name\nAna Li\nAna Li\n", encoding="utf-8")
    names, doubts = names_from(path, "sign-in.csv", [])
    assert names == ("Ana Li", "Ana Li")
    assert [each.code for each in doubts] == ["same-name"]


def test_a_list_with_a_row_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sign-in.csv"
    path.write_text("Name,Role\nAna Li,intern\n,intern\n", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        names_from(path, "sign-in.csv", [])
    assert str(caught.value.problems[0].where).startswith("sign-in.csv:3")


def test_more_people_than_invited_is_a_doubt_and_no_mistake() -> None:
    record = with_entry(SessionRecord(), Entry(invited=3, attended=4), TODAY)
    (doubt,) = record_doubts(record)
    assert (doubt.code, str(doubt.severity)) == ("more-than-invited", "warning")
    assert record_doubts(with_entry(record, Entry(invited=4), TODAY)) == ()


@pytest.mark.parametrize("heading", ["Came", "attended", " Present "])
def test_a_list_that_says_who_came_is_not_taken_for_a_list_of_those_who_came(
    tmp_path: Path, heading: str
) -> None:
    path = tmp_path / "sign-in.csv"
    path.write_text(f"Name,{heading}\nAna,yes\nBo,no\n", encoding="utf-8")

    with pytest.raises(KitError) as caught:
        names_from(path, "sign-in.csv", [])

    (problem,) = caught.value.problems
    assert problem.code == "came-or-not"
    assert heading.strip() in problem.message
