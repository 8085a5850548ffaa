"""The third promise: what comes out is ready to print, in every length and on both papers."""

from __future__ import annotations

import csv
import re
import runpy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import page
import pypdfium2
import pytest
from PIL import ImageOps

from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import Library, find_library
from kit.pipeline.documents import render
from kit.pipeline.sessions import sessions_of
from kit.pipeline.sessions_asked import session_names
from kit.press.booklet import impose
from kit.press.engine import Press
from kit.reading.workshop import LoadedWorkshop, load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.press.engine import Printed

BUNDLED = find_library(Path(__file__).parent).bundled
LIBRARY = Library(None, BUNDLED)
SIZES = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
SLIDE = (960.0, 540.0)
"""In points: slides are for a screen."""
LARGE = {"letter": (792.0, 1224.0), "a4": (841.89, 1190.55)}
"""The next larger paper."""
CLEAR_OF_THE_EDGE = 6 / 25.4 * 72
PAGE_COUNTS = Path(__file__).with_name("page_counts.csv")
too_faint = runpy.run_path(str(Path(__file__).with_name("black_and_white.py")))["too_faint"]
errors_in = runpy.run_path(str(Path(__file__).with_name("second_checker.py")))["errors_in"]
WORKSHOPS, PROBLEMS = load_workshops(LIBRARY, LIBRARY.workshop_names())
TWICE_CHECKED = "mentoring-mosaic"
"""Looked over by the second checker in `make test`, too: it takes as long as all else."""


VARIANTS = [
    pytest.param(
        loaded.name,
        length,
        paper,
        id=f"{loaded.name}-{length}-{paper}",
        marks=[
            # One worker makes a packet once, for all the tests that look at it.
            pytest.mark.xdist_group(f"{loaded.name}-{length}-{paper}"),
            # `make test` looks at the default length on Letter, `make test-all` at all.
            *([pytest.mark.slow] if number or paper != "letter" else []),
        ],
    )
    for loaded in WORKSHOPS
    for number, length in enumerate(loaded.workshop.lengths)
    for paper in SIZES
]
KINDS = {
    loaded.name: {block.kind for sheet in loaded.workshop.worksheets for block in sheet.blocks}
    for loaded in WORKSHOPS
}
WITH_SLIPS = [each for each in VARIANTS if "commitment-slip" in KINDS[str(each.values[0])]]
"""Those with a slip to tear off, and sheets to take home: a check-point has neither."""
FOLLOWED_UP = {each.name for each in WORKSHOPS if each.workshop.evaluation.follow_up}


DEFAULTS = [
    pytest.param(
        loaded.name,
        next(iter(loaded.workshop.lengths)),
        paper,
        id=f"{loaded.name}-{paper}",
        marks=[
            pytest.mark.xdist_group(f"{loaded.name}-{next(iter(loaded.workshop.lengths))}-{paper}"),
            *([pytest.mark.slow] if paper != "letter" else []),
        ],
    )
    for loaded in WORKSHOPS
    for paper in SIZES
]
BY_THE_SECOND_CHECKER = [
    pytest.param(
        *each.values,
        id=each.id,
        marks=[*each.marks, *([] if each.id == f"{TWICE_CHECKED}-letter" else [pytest.mark.slow])],
    )
    for each in DEFAULTS
]
SESSIONS = [
    pytest.param(each, marks=[] if each == "interns-2027/needs" else [pytest.mark.slow])
    for each in session_names(LIBRARY.cohort_names(), LIBRARY)
]


@cache
def press() -> Press:
    return Press(LIBRARY.roots)


@cache
def renderer() -> Renderer:
    return Renderer(LIBRARY.folders("templates"))


@cache
def packet(name: str, length: str, paper: str, roles: str | None = None) -> dict[str, Printed]:
    loaded: LoadedWorkshop = next(each for each in WORKSHOPS if each.name == name)
    tailored = tailor(loaded, Choice(length=length, roles=roles))
    made = {}
    for edition in EDITIONS.values():
        # What else goes in the bag hardly depends on the length.
        if not edition.on_paper or not (edition.core or tailored.is_default_length):
            continue
        view = edition.view(tailored, Setting(paper=paper))  # type: ignore[arg-type]
        if view is not None:
            document = renderer().render(edition, view, paper)  # type: ignore[arg-type]
            printed = press().print(document.print_html, document.stylesheet, BUNDLED)
            if edition.booklet:
                pdf, sides = impose(printed.pdf)
                printed = replace(printed, pdf=pdf, pages=sides)
            made[edition.name] = printed
    return made


ROLES = [
    pytest.param(
        loaded.name,
        roles,
        marks=[
            pytest.mark.xdist_group(f"{loaded.name}-{roles}"),
            pytest.mark.slow,
        ],
        id=f"{loaded.name}-{roles}",
    )
    for loaded in WORKSHOPS
    for roles in list(loaded.vocabularies)[1:]
]


def pages(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    with pypdfium2.PdfDocument(pdf) as document:
        yield from document


def test_every_bundled_workshop_is_read_without_a_problem() -> None:
    assert PROBLEMS == ()
    assert WORKSHOPS


@pytest.mark.parametrize(("name", "length", "paper"), VARIANTS)
def test_the_preflight_finds_nothing(name: str, length: str, paper: str) -> None:
    problems = {
        edition: printed.problems
        for edition, printed in packet(name, length, paper).items()
        if printed.problems
    }
    assert problems == {}


@pytest.mark.slow
@pytest.mark.parametrize("session", SESSIONS)
def test_the_preflight_finds_nothing_in_the_example_cohorts(session: str) -> None:
    (ready,) = sessions_of(session, (), LIBRARY)
    found = {}
    for edition in EDITIONS.values():
        made_to_print = edition.core and edition.on_paper
        document = render(edition, ready, renderer()) if made_to_print else None
        if document is not None:
            made = document.rendered
            found[edition.name] = press().print(made.print_html, made.stylesheet, BUNDLED).problems
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize(("name", "length", "paper"), VARIANTS)
def test_every_pdf_conforms_to_pdf_ua_1(name: str, length: str, paper: str) -> None:
    for edition, printed in packet(name, length, paper).items():
        if EDITIONS[edition].booklet:
            continue  # its tagged twin are the worksheets
        report = page.validate_pdf_bytes(printed.pdf, profile=page.ValidationProfile.PDF_UA_1)
        assert [f"{each.rule_id} {each.message}" for each in report.failures] == [], edition


@pytest.mark.parametrize(("name", "length", "paper"), BY_THE_SECOND_CHECKER)
def test_a_second_checker_finds_no_error_either(name: str, length: str, paper: str) -> None:
    found = {
        edition: errors_in(printed.pdf)
        for edition, printed in packet(name, length, paper).items()
        if not EDITIONS[edition].booklet
    }
    assert {edition: errors for edition, errors in found.items() if errors} == {}


@pytest.mark.parametrize(("name", "length", "paper"), VARIANTS)
def test_each_document_takes_the_pages_that_it_may_take(name: str, length: str, paper: str) -> None:
    made = {edition: printed.pages for edition, printed in packet(name, length, paper).items()}
    assert made["run-of-show"] == 1
    assert made["evaluation-form"] <= 2
    assert made.get("follow-up-form", 0) == (name in FOLLOWED_UP)
    assert made["worksheets"] <= 18
    assert made["instructor-guide"] <= 40


@pytest.mark.parametrize(("name", "length", "paper"), VARIANTS)
def test_pages_are_of_the_paper(name: str, length: str, paper: str) -> None:
    for edition, printed in packet(name, length, paper).items():
        for number, sheet in enumerate(pages(printed.pdf), 1):
            size = {"slides": SLIDE, "flip-charts-large": LARGE[paper]}.get(edition, SIZES[paper])
            # A list may lie on its side.
            assert sorted(sheet.get_size()) == pytest.approx(sorted(size), abs=0.5), (
                edition,
                number,
            )


@pytest.mark.parametrize(("name", "length", "paper"), VARIANTS)
def test_a_shared_sheet_is_one_page(name: str, length: str, paper: str) -> None:
    loaded = next(each for each in WORKSHOPS if each.name == name)
    texts = [
        sheet.get_textpage().get_text_range()
        for sheet in pages(packet(name, length, paper)["worksheets"].pdf)
    ]
    for sheet_id in loaded.workshop.shared_worksheets:
        title = loaded.worksheets[sheet_id].title
        at_home = [number for number, text in enumerate(texts) if "TO TAKE HOME" in text.upper()]
        (at,) = [number for number in at_home if f"\n{title}" in texts[number]]
        assert at + 1 in at_home or "To take away" in texts[at + 1]


@pytest.mark.parametrize(("name", "roles"), ROLES)
def test_a_packet_with_other_roles_is_as_good(name: str, roles: str) -> None:
    default, other = packet(name, "long", "letter"), packet(name, "long", "letter", roles)
    for edition, printed in other.items():
        assert printed.problems == (), edition
        if edition not in {"placards", "instructor-guide"}:
            assert printed.pages == default[edition].pages, edition
    loaded = next(each for each in WORKSHOPS if each.name == name)
    assert other["placards"].pages == len(loaded.vocabularies[roles].roles)
    text = "".join(page.get_textpage().get_text_range() for page in pages(other["worksheets"].pdf))
    for role in loaded.vocabularies[roles].roles:
        assert role.title in text
    chosen = {role.title for role in loaded.vocabularies[roles].roles}
    first = next(iter(loaded.vocabularies.values()))
    for role in first.roles:
        # One list at a time: a word of another one would have people ask what it means.
        if role.title not in chosen and " " in role.title:
            assert role.title not in text


@pytest.mark.parametrize(("name", "length", "paper"), VARIANTS)
def test_a_form_says_its_name_version_page_and_items(name: str, length: str, paper: str) -> None:
    for sheet in pages(packet(name, length, paper)["evaluation-form"].pdf):
        text = sheet.get_textpage().get_text_range()
        assert f"Form {name} · version " in text
        assert "page " in text
    assert "headline-quality" in "".join(
        sheet.get_textpage().get_text_range()
        for sheet in pages(packet(name, length, paper)["evaluation-form"].pdf)
    )


@pytest.mark.parametrize(("name", "length", "paper"), WITH_SLIPS)
def test_nothing_stands_on_the_back_of_a_slip(name: str, length: str, paper: str) -> None:
    texts = [
        sheet.get_textpage().get_text_range()
        for sheet in pages(packet(name, length, paper)["worksheets"].pdf)
    ]
    slips = [number for number, text in enumerate(texts, 1) if "Cut or tear here" in text]
    assert slips
    for number in slips:
        assert number % 2 == 1
        assert number == len(texts) or "blank on purpose" in texts[number]


@pytest.mark.parametrize(("name", "length", "paper"), DEFAULTS)
def test_nothing_is_inked_where_no_printer_prints(name: str, length: str, paper: str) -> None:
    for edition, printed in packet(name, length, paper).items():
        if edition == "slides":
            continue  # they are for a screen
        for number, sheet in enumerate(pages(printed.pdf), 1):
            image = ImageOps.invert(sheet.render(scale=1, grayscale=True).to_pil())
            ink = image.getbbox()
            assert ink, f"{edition} page {number} is empty"
            edges = (ink[0], ink[1], image.width - ink[2], image.height - ink[3])
            assert min(edges) >= CLEAR_OF_THE_EDGE - 1, f"{edition} page {number}"


@pytest.mark.parametrize(("name", "length", "paper"), DEFAULTS)
def test_every_word_and_line_stands_out_in_black_and_white(
    name: str, length: str, paper: str
) -> None:
    faint = {
        f"{edition}, page {number}": found
        for edition, printed in packet(name, length, paper).items()
        for number, sheet in enumerate(pages(printed.pdf), 1)
        if (found := too_faint(sheet))
    }
    assert faint == {}


@pytest.mark.parametrize(("name", "length", "paper"), DEFAULTS)
def test_each_document_has_the_pages_that_it_had(name: str, length: str, paper: str) -> None:
    with PAGE_COUNTS.open(encoding="utf-8", newline="") as file:
        had = {
            row["document"]: int(row[paper])
            for row in csv.DictReader(file)
            if row["workshop"] == name and not row["document"].endswith(".large")
        }
    has = {edition: printed.pages for edition, printed in packet(name, length, paper).items()}
    changed = [
        f"{edition}: {had.get(edition, 'none')} before, {has.get(edition, 'none')} now"
        for edition in {**had, **has}
        if had.get(edition) != has.get(edition)
    ]
    assert not changed, f"If that is meant, run `make page-counts`. {'; '.join(changed)}"


@pytest.mark.parametrize(("name", "length", "paper"), WITH_SLIPS)
def test_what_is_handed_out_apart_begins_on_a_right_hand_page(
    name: str, length: str, paper: str
) -> None:
    texts = [
        sheet.get_textpage().get_text_range()
        for sheet in pages(packet(name, length, paper)["worksheets"].pdf)
    ]
    at_home = [number for number, text in enumerate(texts, 1) if "TO TAKE HOME" in text.upper()]
    assert at_home
    assert at_home[0] % 2 == 1


@pytest.mark.parametrize(("name", "length", "paper"), VARIANTS)
def test_the_questions_of_a_case_stand_behind_it_whichever_edge_is_turned(
    name: str, length: str, paper: str
) -> None:
    cards = packet(name, length, paper).get("scenario-cards")
    height = SIZES[paper][1]
    halves = [
        [
            re.findall(r"Case (\d+)", sheet.get_textpage().get_text_bounded(0, low, 612, high))
            for low, high in ((height / 2, height), (0, height / 2))
        ]
        for sheet in (pages(cards.pdf) if cards else ())
    ]
    # Over the long edge the upper half lies behind the upper one, over the short edge the lower.
    assert halves[::2] == halves[1::2]
    assert [front[::-1] for front in halves[::2]] == halves[1::2]
    assert bool(cards) == any(any(half) for half in halves)
