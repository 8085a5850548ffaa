from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kit.definitions.diary import DiaryPrompt
from kit.editions.diary import line_height
from kit.editions.registry import EDITIONS, packet
from kit.editions.setting import Setting
from kit.library import Library, find_library
from kit.press.booklet import order
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import TailoredWorkshop, tailor

BUNDLED = find_library(Path(__file__).parent).bundled
NAMES = ("mentoring-diary", "mentoring-diary-booklet", "mentoring-diary-page")


def of(name: str) -> TailoredWorkshop:
    (loaded,), _ = load_workshops(Library(None, BUNDLED), [name])
    return tailor(loaded, Choice())


@pytest.mark.parametrize("name", NAMES)
def test_only_a_workshop_with_a_diary_has_one(name: str) -> None:
    assert EDITIONS[name].view(of("managing-up"), Setting()) is None
    assert EDITIONS[name].view(of("stages-and-diaries"), Setting()).stages


def test_it_is_in_the_packet_and_a_person_gets_one() -> None:
    counted = {each.edition: each.copies for each in packet(of("stages-and-diaries"), Setting())}
    assert counted["mentoring_diary"] >= of("stages-and-diaries").workshop.group.ideal
    assert counted["mentoring_diary_booklet"] == counted["mentoring_diary"]
    assert EDITIONS["mentoring-diary-booklet"].in_place_of == "mentoring-diary"


def test_many_lines_stand_closer_so_that_an_entry_stays_on_its_pages() -> None:
    few = tuple(DiaryPrompt(id=f"p{n}", text="What happened", lines=2) for n in range(3))
    many = tuple(DiaryPrompt(id=f"p{n}", text="What happened " * 10, lines=4) for n in range(6))
    assert line_height(many) < line_height(few)
    assert line_height(many) * 24 + 6 * 15 < 240


@pytest.mark.slow
def test_each_entry_is_a_left_and_a_right_page() -> None:
    from kit.press.engine import Press  # noqa: PLC0415
    from kit.rendering.render import Renderer  # noqa: PLC0415

    edition = EDITIONS["mentoring-diary"]
    view = edition.view(of("stages-and-diaries"), Setting())
    rendered = Renderer((BUNDLED / "templates",)).render(edition, view, "letter")
    templates = BUNDLED / "templates"
    made = Press((templates,)).print(rendered.print_html, rendered.stylesheet, templates)
    assert not made.problems
    texts = [page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages]
    for n in range(1, view.entries + 1):
        left = next(
            at for at, text in enumerate(texts, 1) if re.search(rf"Entry {n}(?![\d:])", text)
        )
        assert left % 2 == 0
        assert f"Entry {n}: the rings" in texts[left]
    assert all((left % 2, right % 2) == (0, 1) for left, right in order(len(texts)))
