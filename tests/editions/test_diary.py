from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.editions.setting import Paper

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


def printed(
    paper: Paper = "letter",
    *,
    large: bool = False,
    fillable: bool = False,
    changed: Callable[[TailoredWorkshop], TailoredWorkshop] = lambda tailored: tailored,
) -> PdfReader:
    from kit.press.engine import Press  # noqa: PLC0415
    from kit.rendering.render import Renderer  # noqa: PLC0415

    edition, templates = EDITIONS["mentoring-diary"], BUNDLED / "templates"
    setting = Setting(paper=paper, large=large, fillable=fillable)
    view = edition.view(changed(of("stages-and-diaries")), setting)
    rendered = Renderer((templates,)).render(edition, view, paper, fillable=fillable)
    made = Press((templates,)).print(
        rendered.print_html, rendered.stylesheet, templates, fillable=fillable
    )
    assert made.problems == ()
    return PdfReader(BytesIO(made.pdf))


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_in_large_print_an_entry_is_two_left_and_two_right_pages(paper: Paper) -> None:
    texts = [page.extract_text() for page in printed(paper, large=True).pages]
    for n in range(1, 13):
        at = next(at for at, text in enumerate(texts, 1) if re.search(rf"Entry {n}(?![\d:])", text))
        assert at % 2 == 0
        assert f"Entry {n}: the rings" in texts[at + 1]
        assert "What I will ask for next time" in texts[at + 2]
    stages, rings = texts[-2:]
    for text, head, last in (
        (stages, "A year: the stages", "6"),
        (rings, "A year: the rings", "4"),
    ):
        assert head in text
        assert {last, "Jan", "Dec"} <= set(text.split())


def test_the_longest_diary_there_may_be_is_whole_in_large_print() -> None:
    def longest(tailored: TailoredWorkshop) -> TailoredWorkshop:
        diary, workshop = tailored.workshop.diary, tailored.workshop
        prompts = tuple(
            DiaryPrompt(id=f"p{n}", text=f"Prompt {n}: " + "what happened then " * 5, lines=4)
            for n in range(6)
        )
        rings = (*diary.rings, diary.rings[0].model_copy(update={"id": "more"}))
        diary = diary.model_copy(update={"prompts": prompts, "rings": rings, "entries": 1})
        stages = tuple(
            stage.model_copy(update={"id": f"s{n}"})
            for n, stage in enumerate((*workshop.stages, *workshop.stages[:3]))
        )
        workshop = workshop.model_copy(update={"diary": diary, "stages": stages})
        return replace(tailored, workshop=workshop)

    text = "".join(page.extract_text() for page in printed(large=True, changed=longest).pages)
    assert all(f"Prompt {n}: " in text for n in range(6))


@pytest.mark.parametrize("large", [False, True])
def test_it_is_filled_in_on_the_screen(large: bool) -> None:
    fields = printed(large=large, fillable=True).get_fields()
    assert {"entry-1.date", "entry-12.becoming", "entry-12.ask", "entry-1.innate.text"} <= set(
        fields
    )
    assert fields["entry-2.stage"]["/_States_"] == [f"/{n}" for n in range(1, 7)]
    assert fields["entry-2.stage"]["/TU"] == "Entry 2: Stage"
    assert fields["entry-2.societal.buffer"]["/TU"] == "Entry 2: Societal: Buffer"
    # The same month and stage have the same name, whichever way the table is turned.
    assert fields["year.stage.1.12"]["/TU"] == "Pre-mentoring: Dec"
    assert fields["year.ring.4.1"]["/TU"] == "Societal: Jan"
    # It is nobody's but its writer's: it does not say what it is a copy of, for nobody collects it.
    assert "kit_form" not in fields


@pytest.mark.slow
def test_each_entry_is_a_left_and_a_right_page() -> None:
    texts = [page.extract_text() for page in printed().pages]
    for n in range(1, 13):
        left = next(
            at for at, text in enumerate(texts, 1) if re.search(rf"Entry {n}(?![\d:])", text)
        )
        assert left % 2 == 0
        assert f"Entry {n}: the rings" in texts[left]
    assert all((left % 2, right % 2) == (0, 1) for left, right in order(len(texts)))
