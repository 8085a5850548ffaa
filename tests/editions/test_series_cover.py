from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions.registry import EDITIONS
from kit.editions.setting import CourseLine, Occasion, Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

COURSE = (
    CourseLine("needs", 1, "What I need", "2027-08-12", "12:00", "Room 4"),
    CourseLine("plan", 2, "Managing up"),
)


def occasion(number: int, title: str | None = "Mentoring for interns") -> Setting:
    here = Occasion(cohort="Interns", number=number, course=COURSE, course_title=title)
    return Setting(occasion=here)


def test_the_first_session_brings_the_cover_of_all(tailored: Call) -> None:
    view = EDITIONS["series-cover"].view(tailored(), occasion(1))
    assert view.title == "Mentoring for interns"
    assert [(row.number, row.title, row.place) for row in view.sessions] == [
        (1, "What I need", "Room 4"),
        (2, "Managing up", None),
    ]
    assert view.sessions[0].day == "Thursday, August 12, 2027"


def test_no_other_session_has_one_and_no_single_workshop(tailored: Call) -> None:
    made = tailored()
    assert EDITIONS["series-cover"].view(made, occasion(2)) is None
    assert EDITIONS["series-cover"].view(made, occasion(1, None)) is None
    assert EDITIONS["series-cover"].view(made, Setting()) is None
