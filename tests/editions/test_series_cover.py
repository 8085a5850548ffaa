from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.editions.registry import EDITIONS
from kit.editions.setting import CourseLine, Occasion, Setting
from kit.library import find_library
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

COURSE = (
    CourseLine("needs", 1, "What I need", "2027-08-12", "08:30", "Room 4", "America/New_York"),
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
    assert view.sessions[0].hours == "8:30, New York time"
    assert view.sessions[0].day == "Thursday, August 12, 2027"


def test_no_other_session_has_one_and_no_single_workshop(tailored: Call) -> None:
    made = tailored()
    assert EDITIONS["series-cover"].view(made, occasion(2)) is None
    assert EDITIONS["series-cover"].view(made, occasion(1, None)) is None
    assert EDITIONS["series-cover"].view(made, Setting()) is None


def test_its_foot_names_the_series(tailored: Call) -> None:
    edition = EDITIONS["series-cover"]
    view = edition.view(tailored(), occasion(1))
    folders = find_library(Path(__file__).parent).folders("templates")
    page = Renderer(folders).render(edition, view, "letter")
    assert 'data-workshop="Mentoring for interns"' in page.print_html
