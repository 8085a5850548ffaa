"""What the exercises need besides the packet, as it comes out on paper."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import Library
from kit.press.engine import Press
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import TailoredWorkshop, tailor

# One worker makes a document once, for all the tests that look at it.
pytestmark = pytest.mark.xdist_group("exercise-material")

LIBRARY = Library(None, Path(__file__).resolve().parents[2])
LETTER, A4 = (612.0, 792.0), (595.3, 841.9)
TABLOID, A3 = (792.0, 1224.0), (841.9, 1190.6)
SORTED = {
    "mentoring-mosaic": 16,
    "challenging-scenarios": 16,
    "managing-up": 6,
    "building-trust": 24,
    "roles-and-formats": 12,
}
"""Pages of cards to sort: from two to six a set, a set for each table of the ideal group."""
PLAYED = ("challenging-scenarios", "managing-up", "building-trust")
MOST = {"exercises": 12, "exercises-with-answers": 13}


@cache
def workshop(name: str, length: str | None = None) -> TailoredWorkshop:
    (loaded,), _ = load_workshops(LIBRARY, [name])
    return tailor(loaded, Choice(length=length))


def sheets(edition: str, name: str, paper: str) -> list[tuple[tuple[float, float], str]]:
    """Print an edition and give the size and the text of each of its pages."""
    setting = Setting(paper=paper)  # type: ignore[arg-type]
    view = EDITIONS[edition].view(workshop(name), setting)
    rendered = Renderer(LIBRARY.folders("templates")).render(EDITIONS[edition], view, setting.paper)
    press = Press(LIBRARY.roots)
    printed = press.print(rendered.print_html, rendered.stylesheet, LIBRARY.bundled)
    assert printed.problems == ()
    with pypdfium2.PdfDocument(printed.pdf) as document:
        return [(page.get_size(), page.get_textpage().get_text_bounded()) for page in document]


@pytest.mark.parametrize("paper", ["letter", pytest.param("a4", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", LIBRARY.workshop_names())
def test_a_flip_chart_page_is_one_page_one_large_one_or_four(name: str, paper: str) -> None:
    charts = workshop(name).charts
    small, large = (LETTER, TABLOID) if paper == "letter" else (A4, A3)
    for edition, pages, size in (
        ("flip-charts", 1, small),
        ("flip-charts-large", 1, large),
        ("flip-charts-tiled", 4, small),
    ):
        made = sheets(edition, name, paper)
        assert len(made) == pages * len(charts), edition
        assert all(each == pytest.approx(size, abs=0.5) for each, _ in made), edition
    for chart, (_, text) in zip(charts, sheets("flip-charts", name, paper), strict=True):
        assert chart.title in " ".join(text.split())


@pytest.mark.parametrize("paper", ["letter", pytest.param("a4", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", LIBRARY.workshop_names())
def test_cards_to_sort_and_role_cards_take_the_sheets_that_they_need(name: str, paper: str) -> None:
    for edition, pages in (
        ("sort-cards", SORTED.get(name, 0)),
        ("role-cards", 3 if name in PLAYED else 0),  # three cards, six sets, eight a sheet
    ):
        made = EDITIONS[edition].view(workshop(name), Setting()) is not None
        assert made == bool(pages), edition
        if made:
            assert len(sheets(edition, name, paper)) == pages, edition


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["letter", pytest.param("a4", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", LIBRARY.workshop_names())
def test_exercises_are_shorter_than_the_packet(name: str, paper: str) -> None:
    for edition, most in MOST.items():
        assert len(sheets(edition, name, paper)) <= most, edition


def test_the_extract_for_participants_holds_nothing_of_the_instructors() -> None:
    name = "mentoring-mosaic"
    theirs = "\n".join(text for _, text in sheets("exercises", name, "letter"))
    ours = "\n".join(text for _, text in sheets("exercises-with-answers", name, "letter"))
    for words in ("Accountability partner (Peer ally)", "answers, line by line"):
        assert words in " ".join(ours.split())
        assert words not in " ".join(theirs.split())
    for edition in ("exercises", "sort-cards"):
        html = Renderer(LIBRARY.folders("templates")).render(
            EDITIONS[edition], EDITIONS[edition].view(workshop(name), Setting()), "letter"
        )
        assert "Accountability partner (Peer ally)" not in html.screen_html


@pytest.mark.parametrize(
    ("name", "length"),
    [
        (loaded.name, length)
        for loaded in load_workshops(LIBRARY, LIBRARY.workshop_names())[0]
        for length in loaded.workshop.lengths
    ],
)
def test_every_length_has_its_pages(name: str, length: str) -> None:
    made = workshop(name, length)
    assert EDITIONS["flip-charts"].view(made, Setting()) is not None
    assert EDITIONS["exercises"].view(made, Setting()) is not None
