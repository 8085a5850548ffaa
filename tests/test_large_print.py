"""Large print: every document for participants, 18 points and more, reflowed, on both papers."""

from __future__ import annotations

import csv
import runpy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import page
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import ImageOps

from kit.editions.edition import Side
from kit.editions.registry import EDITIONS
from kit.editions.setting import CourseLine, Occasion, Setting
from kit.library import Library, find_library
from kit.press.engine import Press
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from kit.press.engine import Printed

LIBRARY = Library(None, find_library(Path(__file__).parent).bundled)
WORKSHOPS, _ = load_workshops(LIBRARY, LIBRARY.workshop_names())
MEASURES = runpy.run_path(str(Path(__file__).with_name("black_and_white.py")))
errors_in = runpy.run_path(str(Path(__file__).with_name("second_checker.py")))["errors_in"]
PAGE_COUNTS = Path(__file__).with_name("page_counts.csv")
SMALLEST = 17.95
CLEAR_OF_THE_EDGE = 6 / 25.4 * 72
ROOM_TO_SIGN = 12 / 25.4 * 72
QUICKLY = {("managing-up", "letter")}
"""Looked at by `make test`, too."""
PACKETS = [
    pytest.param(
        loaded.name,
        paper,
        id=f"{loaded.name}-{paper}",
        marks=[
            pytest.mark.xdist_group(f"large-{loaded.name}-{paper}"),
            *([pytest.mark.slow] if (loaded.name, paper) not in QUICKLY else []),
        ],
    )
    for loaded in WORKSHOPS
    for paper in ("letter", "a4")
]
SIGNED = [
    packed
    for packed in PACKETS
    for loaded in WORKSHOPS
    if loaded.name == packed.values[0]
    if "mentoring-agreement" in loaded.workshop.shared_worksheets
]
"""Those that have a sheet to sign."""


@cache
def press() -> Press:
    return Press(LIBRARY.roots)


@cache
def packet(name: str, paper: str) -> dict[str, Printed]:
    tailored = tailor(next(each for each in WORKSHOPS if each.name == name), Choice())
    renderer = Renderer(LIBRARY.folders("templates"))
    made = {}
    for edition in EDITIONS.values():
        setting = Setting(paper=paper, large=True)  # type: ignore[arg-type]
        if edition.large and (view := edition.view(tailored, setting)) is not None:
            document = renderer.render(edition, view, paper)  # type: ignore[arg-type]
            made[edition.name] = press().print(
                document.print_html, document.stylesheet, LIBRARY.bundled
            )
    return made


def test_what_a_participant_reads_is_made_in_large_print() -> None:
    for_them = {name for name, each in EDITIONS.items() if each.side is Side.PARTICIPANTS}
    large = {name for name, edition in EDITIONS.items() if edition.large}
    assert large <= for_them
    assert for_them - large == {
        *("placards", "table-signs", "door-sign"),  # read from across the room as they are
        *("slides", "calendar-entry", "calendar-of-all-sessions"),  # for a screen
        *("evaluation-form-offline", "follow-up-form-offline", "network-map"),  # as above
        *("worksheets-booklet", "mentoring-diary-booklet"),  # for those who want them small
        "mentoring-diary-page",  # on a screen it is as large as wished
    }


@pytest.mark.parametrize("contact", ["Ombuds, 555-0100", ""])
def test_whom_to_turn_to_stands_before_the_agenda_that_fills_a_page(contact: str) -> None:
    tailored, edition = tailor(WORKSHOPS[0], Choice()), EDITIONS["worksheets"]
    renderer = Renderer(LIBRARY.folders("templates"))
    before = []
    for large in (False, True):
        view = edition.view(tailored, Setting(large=large))
        known = replace(view, contact=contact)
        html = renderer.render(edition, known, "letter").print_html
        before.append(html.index('turn-to-line"') < html.index('class="agenda'))
    assert before == [False, True]


def test_the_cover_of_a_series_lists_its_sessions_one_below_the_other() -> None:
    lines = tuple(
        CourseLine(f"s{number}", number, title, "2027-08-12", "12:00", "Room 4")
        for number, title in enumerate(("Managing up", "The mentoring mosaic"), 1)
    )
    here = Occasion(cohort="Interns", number=1, course=lines, course_title="Mentoring")
    edition = EDITIONS["series-cover"]
    view = edition.view(tailor(WORKSHOPS[0], Choice()), Setting(large=True, occasion=here))
    document = Renderer(LIBRARY.folders("templates")).render(edition, view, "letter")
    printed = press().print(document.print_html, document.stylesheet, LIBRARY.bundled)
    assert (printed.pages, printed.problems) == (1, ())
    assert b"Italic" not in printed.pdf
    assert "<table" not in document.print_html
    assert "Managingup" in _text(printed.pdf)


@pytest.mark.parametrize(("name", "paper"), PACKETS)
def test_it_is_made_without_a_warning_and_conforms_to_pdf_ua_1(name: str, paper: str) -> None:
    for edition, printed in packet(name, paper).items():
        assert printed.problems == (), edition
        report = page.validate_pdf_bytes(printed.pdf, profile=page.ValidationProfile.PDF_UA_1)
        assert [f"{each.rule_id} {each.message}" for each in report.failures] == [], edition


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        PACKETS[0],
        *(pytest.param(each.name, "letter", marks=pytest.mark.slow) for each in WORKSHOPS[1:]),
    ],
)
def test_a_second_checker_finds_no_error_either(name: str, paper: str) -> None:
    found = {edition: errors_in(printed.pdf) for edition, printed in packet(name, paper).items()}
    assert {edition: errors for edition, errors in found.items() if errors} == {}


@pytest.mark.parametrize(("name", "paper"), PACKETS)
def test_no_word_is_below_18_points_or_faint_or_slanted(name: str, paper: str) -> None:
    for edition, printed in packet(name, paper).items():
        with pypdfium2.PdfDocument(printed.pdf) as document:
            for number, sheet in enumerate(document, 1):
                words = sheet.get_textpage()
                small = [
                    MEASURES["words_of"](found, words)
                    for found in sheet.get_objects(max_depth=8)
                    if found.type == pdfium.FPDF_PAGEOBJ_TEXT
                    and MEASURES["size_of"](found) < SMALLEST
                ]
                assert [each for each in small if each.strip()] == [], f"{edition} page {number}"
                assert MEASURES["too_faint"](sheet) == [], f"{edition} page {number}"
        assert b"Italic" not in printed.pdf


@pytest.mark.parametrize(("name", "paper"), PACKETS)
def test_nothing_stands_where_no_printer_prints(name: str, paper: str) -> None:
    for edition, printed in packet(name, paper).items():
        with pypdfium2.PdfDocument(printed.pdf) as document:
            for number, sheet in enumerate(document, 1):
                image = ImageOps.invert(sheet.render(scale=1, grayscale=True).to_pil())
                ink = image.getbbox()
                assert ink, f"{edition} page {number} is empty"
                edges = (ink[0], ink[1], image.width - ink[2], image.height - ink[3])
                assert min(edges) >= CLEAR_OF_THE_EDGE - 1, f"{edition} page {number}"


@pytest.mark.parametrize(("name", "paper"), PACKETS)
def test_it_has_the_pages_that_it_had(name: str, paper: str) -> None:
    with PAGE_COUNTS.open(encoding="utf-8", newline="") as file:
        had = {
            row["document"].removesuffix(".large"): int(row[paper])
            for row in csv.DictReader(file)
            if row["workshop"] == name and row["document"].endswith(".large")
        }
    has = {edition: printed.pages for edition, printed in packet(name, paper).items()}
    assert has == had, "If that is meant, run `make page-counts`."


@pytest.mark.parametrize(("name", "paper"), PACKETS)
def test_it_says_all_that_the_usual_print_says(name: str, paper: str) -> None:
    tailored = tailor(next(each for each in WORKSHOPS if each.name == name), Choice())
    text = _text(packet(name, paper)["worksheets"].pdf)
    for worksheet in tailored.worksheets:
        if tailored.prework and worksheet.id in tailored.prework.uses:
            continue
        assert _squeezed(worksheet.title) in text
        for block in worksheet.blocks:
            for row in getattr(block, "rows", ()):
                row_text = row if isinstance(row, str) else row.text
                if "*" not in row_text:
                    assert _squeezed(row_text) in text
            for column in getattr(block, "columns", ()) if block.kind == "table" else ():
                assert _squeezed(column.title) in text


@pytest.mark.parametrize(("name", "paper"), PACKETS)
def test_a_card_has_a_sheet_of_its_own(name: str, paper: str) -> None:
    cards = packet(name, paper).get("scenario-cards")
    if cards is None:
        return
    with pypdfium2.PdfDocument(cards.pdf) as document:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    for number, (front, back) in enumerate(zip(texts[::2], texts[1::2], strict=True), 1):
        assert f"Case {number}\r\n" in front
        assert f"Case {number}: questions" in back


@pytest.mark.parametrize(("name", "paper"), SIGNED)
def test_there_is_room_to_sign_above_each_line_at_the_top_of_a_page_too(
    name: str, paper: str
) -> None:
    rooms = []
    with pypdfium2.PdfDocument(packet(name, paper)["worksheets"].pdf) as document:
        for each in document:
            text = each.get_textpage()
            rows = [text.get_rect(at) for at in range(text.count_rects())]
            said = {text.get_text_bounded(*row).strip(): row for row in rows}
            if {"mentee", "mentor", "Date"} <= set(said):
                lines = [said["mentee"], said["mentor"]]
                above = [row for row in rows if row[1] > lines[0][3]]
                highest = min((row[1] for row in above), default=each.get_height())
                rooms += [highest - lines[0][3], lines[0][1] - lines[1][3]]
    assert len(rooms) == 2
    assert min(rooms) > ROOM_TO_SIGN


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return _squeezed("".join(sheet.get_textpage().get_text_range() for sheet in document))


def _squeezed(text: str) -> str:
    """Leave out what breaking lines puts in."""
    return "".join(text.replace("\ufffe", "").replace("\u2011", "-").split())
