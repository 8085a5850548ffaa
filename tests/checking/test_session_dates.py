"""Days that look like a slip, and sessions in each other's way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.sessions import cohort_problems as problems_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

TODAY = date(2026, 11, 27)


def sessions(*days: str) -> str:
    return "\n".join(
        f"- {{id: s{at}, workshop: small, date: {day}}}" for at, day in enumerate(days)
    )


@pytest.mark.parametrize(
    ("days", "today", "far"),
    [
        (("2027-08-12", "2027-09-16"), None, []),
        (("2027-08-12", "2097-09-16"), None, ["2097-09-16"]),
        (("1927-08-12", "2027-08-12", "2027-09-16"), None, ["1927-08-12"]),
        (("2027-08-12", "2032-08-11"), None, []),
        (("1927-08-12",), None, []),
        (("1927-08-12",), TODAY, ["1927-08-12"]),
        (("2097-08-12", "2097-09-12"), TODAY, ["2097-08-12", "2097-09-12"]),
        (("1927-08-12", "2027-08-12"), TODAY, ["1927-08-12"]),
        (("2017-08-12", "2017-09-12"), TODAY, []),
        (("2027-02-30", "2027-08-12"), TODAY, []),
    ],
)
def test_a_day_far_from_all_others_or_from_now_is_told(
    cohort: Call, project: Path, days: tuple[str, ...], today: date | None, far: list[str]
) -> None:
    path = cohort(sessions=sessions(*days))

    found = [
        each
        for each in problems_of("group", find_library(project), today)
        if each.code == "far-date"
    ]

    lines = path.read_text(encoding="utf-8").splitlines()
    places = [each.where for each in found if each.where]
    assert [lines[each.line - 1][each.column - 1 :][:10] for each in places] == far
    assert {each.severity for each in found} <= {"warning"}
    if far:
        assert "year" in found[0].hint


TWO = "- {{id: a, workshop: small, date: 2027-08-12{}}}\n- {{id: b, workshop: small, date: {}{}}}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ((", place: Room 1", "2027-08-12", ", place: Room 1"), "in “Room 1”"),
        ((", instructors: [A, B]", "2027-08-12", ", instructors: [B, C]"), "with B"),
        ((", start: 12:00, place: R", "2027-08-12", ", start: 12:30, place: R"), "in “R”"),
        ((", start: 12:00, place: R", "2027-08-12", ", start: 12:40, place: R"), ""),
        ((", start: 12:00, minutes: 30, place: R", "2027-08-12", ", start: 12:30, place: R"), ""),
        ((", place: R", "2027-08-13", ", place: R"), ""),
        ((", place: R", "2027-08-12", ", place: S"), ""),
        (("", "2027-08-12", ""), ""),
        ((", place: R", "2027-08-12", ", place: R, time_zone: Europe/London"), ""),
    ],
)
def test_two_sessions_at_once_are_told_at_the_second(
    cohort: Call, cohort_problems: Call, written: tuple[str, str, str], said: str
) -> None:
    path = cohort(sessions=TWO.format(*written))
    line_of_b = next(
        number
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "id: b" in line
    )

    found = [each for each in cohort_problems() if each.code == "sessions-clash"]

    assert len(found) == bool(said)
    for each in found:
        assert said in each.message
        assert "`a` and `b`" in each.message
        assert each.severity == "warning"
        assert each.where.line == line_of_b


def test_a_length_that_the_cohort_changes_counts(cohort: Call, cohort_problems: Call) -> None:
    shorter = "workshops: {small: {change: {workshop: {lengths: {standard: 30}}}}}"
    places = (", start: 12:00, place: R", "2027-08-12", ", start: 12:30, place: R")
    cohort(head=shorter, sessions=TWO.format(*places))
    assert [each for each in cohort_problems() if each.code == "sessions-clash"] == []


def test_what_is_said_for_all_sessions_counts(cohort: Call, cohort_problems: Call) -> None:
    cohort(head="place: Hall\ninstructors: [A]", sessions=TWO.format("", "2027-08-12", ""))

    (problem,) = [each for each in cohort_problems() if each.code == "sessions-clash"]

    assert "in “Hall” and with A" in problem.message


@pytest.mark.parametrize(
    ("head", "days", "at"),
    [
        ("series: {title: Mentoring}", ("2027-09-16", "2027-08-12"), ["2027-08-12"]),
        ("series: {title: Mentoring}", ("2027-08-12", "2027-09-16"), []),
        ("series: {title: Mentoring}", ("2027-08-12", "2027-02-30"), []),
        (
            "series: {title: M}",
            ("2027-09-16", "2027-08-12", "2027-08-13"),
            ["2027-08-12", "2027-08-13"],
        ),
        ("", ("2027-09-16", "2027-08-12"), []),
    ],
)
def test_a_series_goes_forward(
    cohort: Call, cohort_problems: Call, head: str, days: tuple[str, ...], at: list[str]
) -> None:
    path = cohort(head=head, sessions=sessions(*days))
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [each.where for each in cohort_problems() if each.code == "session-order"]
    assert [lines[each.line - 1][each.column - 1 :][:10] for each in found] == at


def test_two_on_one_day_go_by_their_times(cohort: Call, told: Call) -> None:
    cohort(
        head="series: {title: Mentoring}",
        sessions="- {id: a, workshop: small, date: 2027-08-12, start: 10:00}\n"
        "- {id: b, workshop: small, date: 2027-08-12, start: 9:00}",
    )
    assert "`b`, comes before `a`" in told("session-order", "2027-08-12", warning=True).message
