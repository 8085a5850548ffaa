from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from kit.editions.registry import EDITIONS
from kit.editions.setting import Occasion, Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

EDITION = EDITIONS["calendar-entry"]


def event_of(made: Any, setting: Setting) -> icalendar.Event:
    assert EDITION.write is not None
    text = EDITION.write(EDITION.view(made, setting))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    return event


def on(date: str, zone: str | None = None, place: str | None = None) -> Setting:
    occasion = Occasion(cohort="Interns", date=date, time_zone=zone, place=place)
    return Setting(start="12:00", occasion=occasion)


@pytest.mark.parametrize(
    ("date", "zone", "hour"),
    [
        ("2027-08-12", "America/New_York", 16),
        ("2027-12-12", "America/New_York", 17),  # winter
        ("2027-03-09", "Europe/London", 12),
        ("2027-07-09", "Asia/Singapore", 4),
    ],
)
def test_a_zone_makes_it_one_moment_everywhere(
    tailored: Call, date: str, zone: str, hour: int
) -> None:
    made = tailored()
    event = event_of(made, on(date, zone))
    begins = datetime.fromisoformat(date).replace(hour=hour, tzinfo=UTC)
    assert event.start == begins
    assert event.end == begins + timedelta(minutes=made.minutes)


def test_without_a_zone_it_is_noon_wherever_one_is(tailored: Call) -> None:
    event = event_of(tailored(), on("2027-08-12"))
    assert event.start == datetime(2027, 8, 12, 12)  # noqa: DTZ001


def test_a_session_that_moves_is_the_same_event(tailored: Call) -> None:
    made = tailored()
    first = event_of(made, on("2027-08-12", place="Room 4; first floor, “left”"))
    moved = event_of(made, on("2027-09-02"))
    assert first["uid"] == moved["uid"]
    assert first["location"] == "Room 4; first floor, “left”"


def test_a_session_without_a_date_has_none(tailored: Call) -> None:
    assert EDITION.view(tailored(), Setting()) is None
    assert EDITION.view(tailored(), Setting(occasion=Occasion(cohort="Interns"))) is None


def test_its_stamp_is_when_the_cohorts_file_changed(tailored: Call) -> None:
    occasion = Occasion(cohort="Interns", date="2027-08-12", changed=1_800_000_000)
    event = event_of(tailored(), Setting(start="12:00", occasion=occasion))
    assert event["dtstamp"].dt == datetime(2027, 1, 15, 8, tzinfo=UTC)
    assert event["dtstamp"].dt != event.start


def test_it_says_what_for_with_whom_and_what_to_bring(tailored: Call) -> None:
    made = tailored(length="short")
    occasion = Occasion(
        cohort="Interns",
        institution="Example Hospital",
        date="2027-08-12",
        place="Room 4",
        instructors=("A. Example", "B. Example"),
        series="Mentoring, session 2 of 4",
    )
    said = str(event_of(made, Setting(occasion=occasion))["description"]).splitlines()
    assert said[0] == made.workshop.title
    for line in (
        "Mentoring, session 2 of 4",
        "Example Hospital",
        f"{made.minutes} minutes",
        "Where: Room 4",
        "Led by: A. Example, B. Example",
        "Bring a pen. Packets are there for you.",
    ):
        assert line in said
    assert [line for line in said if line.startswith("- ")][: len(made.objectives)] == [
        f"- {each.text}" for each in made.objectives
    ]
    assert f"Please do the pre-work before you come: about {made.prework.minutes} minutes." in said
    assert any(line.startswith("- Sheet 1: ") for line in said)
