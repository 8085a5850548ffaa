"""The plan of a program: months, stages, mentors, and nothing of the instructor's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.program import Program
from kit.editions.named import MENTOR_LIST
from kit.editions.registry import EDITIONS
from kit.editions.setting import CourseLine, Mentee, Occasion, Setting
from kit.library import find_library
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

COURSE = (
    CourseLine("spring", 1, "Check in spring", "2027-03-14", "16:00", "Room 4", minutes=45),
    CourseLine("fall", 2, "Check in fall", "2027-09-14", "16:00", "Room 5"),
)
PROGRAM = Program.model_validate(
    {
        "title": "A year of research",
        "begins": "2027-03-01",
        "ends": "2027-09-30",
        "stages": (
            {"id": "begin", "title": "Begin", "happens": "You begin.", "can": "Say why."},
            {"id": "write", "title": "Write", "happens": "You write.", "can": "Show a draft."},
        ),
        "mentors": {
            "senior": {"title": "Senior mentor", "does": ("Meets you.",), "most": 2},
            "peer": {"title": "Peer mentor", "does": ("Reads.",), "passes_up": ("Doubts.",)},
        },
        "checkpoints": (
            {
                "session": "fall",
                "stage": "write",
                "who": "All of you",
                "bring": ("One page with a **title**",),
                "ask": ("What holds you up?",),
                "look_at": ("A secret sign.",),
                "not_ready": "A secret way out.",
            },
        ),
        "diary": {"every_weeks": 4, "begins": "2027-03-05"},
        "follow_ups": ({"date": "2027-06-14", "session": "spring"},),
    }
)


def setting(number: int = 1, **more: Any) -> Setting:
    here = Occasion(
        cohort="Mentees",
        number=number,
        course=COURSE,
        course_title=PROGRAM.title,
        program=PROGRAM,
        session="mentees/spring",
        date="2027-03-14",
    )
    return Setting(occasion=here, **more)


def test_it_goes_from_month_to_month_with_what_is_due(tailored: Call) -> None:
    view = EDITIONS["program-plan"].view(tailored(), setting())

    months = {row.month: row for row in view.months}
    march, september = months["March 2027"], months["September 2027"]
    assert [each.title for each in march.meetings] == ["Check in spring"]
    assert march.meetings[0].stage is None
    assert march.meetings[0].hours == "16:00 to 16:45"
    assert september.meetings[0].hours == "16:00"  # nobody knows how long it is
    assert march.diary == ("5",)
    assert september.meetings[0].stage == "Write"
    assert months["April 2027"].diary == ("2", "30")
    assert months["June 2027"].forms == ("14: about “Check in spring”",)
    assert list(months) == [f"{each} 2027" for each in MONTHS]
    assert view.stages[1].looked_at == "Tuesday, September 14, 2027"


MONTHS = ("March", "April", "May", "June", "July", "August", "September")


def test_participants_do_not_read_what_is_looked_at(tailored: Call, project: Path) -> None:
    renderer = Renderer(find_library(project).folders("templates"))
    plan, points = EDITIONS["program-plan"], EDITIONS["check-point-plan"]
    theirs = renderer.render(plan, plan.view(tailored(), setting()), "letter").print_html
    ours = renderer.render(points, points.view(tailored(), setting()), "letter").print_html

    assert "What holds you up?" in theirs
    assert "secret" not in theirs
    assert "A secret sign." in ours
    assert "A secret way out." in ours


def test_each_of_the_two_plans_speaks_to_its_readers(tailored: Call, project: Path) -> None:
    renderer = Renderer(find_library(project).folders("templates"))
    plan, points = EDITIONS["program-plan"], EDITIONS["check-point-plan"]
    theirs = renderer.render(plan, plan.view(tailored(), setting()), "letter").print_html
    ours = renderer.render(points, points.view(tailored(), setting()), "letter").print_html

    for words in ("Please bring", "What you are asked", "At its end, I can …"):
        assert words in theirs
        assert words not in ours
    for words in ("They bring", "They are asked", "At its end: “I can …”"):
        assert words in ours
        assert words not in theirs


def test_it_stands_in_place_of_the_cover_and_with_the_first_session_alone(tailored: Call) -> None:
    made = tailored()
    assert EDITIONS["series-cover"].view(made, setting()) is None
    for name in ("program-plan", "check-point-plan"):
        assert EDITIONS[name].view(made, setting(2)) is None
        assert EDITIONS[name].view(made, Setting()) is None


def test_the_list_of_mentors_counts_and_flags(tailored: Call) -> None:
    mentees = (
        Mentee("Ada", 2, "Dr. Gray", "Kim"),
        Mentee("Bo", 3, "dr. gray", "Kim"),
        Mentee("Cy", 4, "Dr. Gray", ""),
    )
    view = MENTOR_LIST.view(tailored(), setting(mentees=mentees))

    assert [(each.name, each.mentees, each.over) for each in view.seniors] == [
        ("Dr. Gray", 3, True)
    ]
    assert [(each.name, each.mentees, each.over) for each in view.peers] == [("Kim", 2, False)]
    assert view.without == 1
    assert MENTOR_LIST.view(tailored(), setting()) is None


def test_the_calendar_has_diary_and_forms_as_whole_days(tailored: Call) -> None:
    icalendar = pytest.importorskip("icalendar")
    made = tailored()
    one = EDITIONS["calendar-entry"].view(made, setting())
    edition = EDITIONS["calendar-of-all-sessions"]
    view = edition.view(made, setting(calendar=(one, one)))
    calendar = icalendar.Calendar.from_ical(edition.write(view))

    days = [
        str(each["summary"])
        for each in calendar.walk("VEVENT")
        if each["dtstart"].params.get("VALUE") == "DATE"
    ]
    assert days.count("Diary entry (A year of research)") == 8
    assert "Follow-up form: Check in spring (A year of research)" in days
