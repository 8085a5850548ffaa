"""PDFs to fill in on the screen: filled by two programs, read back, seen on the page."""

from __future__ import annotations

import ctypes
import io
import re
import runpy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import page
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import ImageChops, ImageStat
from pypdf import PdfReader, PdfWriter

from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.instrument.form import form_of
from kit.library import Library, find_library
from kit.pipeline.documents import render
from kit.pipeline.sessions import sessions_of
from kit.press.engine import Press
from kit.reading.workshop import load_workshops
from kit.rendering.render import Rendered, Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import TailoredWorkshop, tailor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from selenium.webdriver.remote.webdriver import WebDriver

    from kit.press.engine import Printed

# One worker makes a document once, for all the tests that look at it.
pytestmark = pytest.mark.xdist_group("fillable")

LIBRARY = Library(None, find_library(Path(__file__).parent).bundled)
NAMES = LIBRARY.workshop_names()
FORMS = ("evaluation-form", "follow-up-form")
WRITTEN_ON = ("pre-work", "worksheets", *FORMS)
ACCENTS = "Žofie Ávila, señor Łoś: “½”"
errors_in = runpy.run_path(str(Path(__file__).with_name("second_checker.py")))["errors_in"]
VARIANTS = [
    pytest.param(
        name,
        paper,
        large,
        id=f"{name}-{paper}{'-large' if large else ''}",
        # Filling all of them takes minutes: quickly, one workshop is filled.
        marks=[] if (name, paper, large) == (NAMES[0], "letter", False) else [pytest.mark.slow],
    )
    for name in NAMES
    for paper, large in (("letter", False), ("a4", False), ("letter", True))
]
ONE_QUICKLY = [
    pytest.param(name, marks=[pytest.mark.slow] if number else [], id=name)
    for number, name in enumerate(NAMES)
]


@cache
def press() -> Press:
    return Press(LIBRARY.roots)


@cache
def renderer() -> Renderer:
    return Renderer(LIBRARY.folders("templates"))


@cache
def tailored(name: str, length: str | None = None) -> TailoredWorkshop:
    (loaded,), _ = load_workshops(LIBRARY, [name])
    return tailor(loaded, Choice(length=length if length in loaded.workshop.lengths else None))


@cache
def rendered(
    name: str, edition: str, paper: str, *, large: bool, fillable: bool
) -> Rendered | None:
    # Pre-work is of the short length alone.
    workshop = tailored(name, "short" if edition == "pre-work" else None)
    setting = Setting(paper=paper, large=large, fillable=fillable)  # type: ignore[arg-type]
    view = EDITIONS[edition].view(workshop, setting)
    if view is None:
        return None
    return renderer().render(EDITIONS[edition], view, setting.paper, fillable=fillable)


@cache
def made(name: str, paper: str = "letter", *, large: bool = False) -> dict[str, Printed]:
    found = {}
    for edition in WRITTEN_ON:
        document = rendered(name, edition, paper, large=large, fillable=True)
        if document is not None:
            found[edition] = press().print(
                document.print_html, document.stylesheet, LIBRARY.bundled, fillable=True
            )
    return found


def fields(pdf: bytes) -> dict[str, Any]:
    found = PdfReader(io.BytesIO(pdf)).get_fields() or {}
    return {name: each for name, each in found.items() if "/FT" in each and name != "kit_form"}


def longest(pdf: bytes) -> dict[str, int]:
    """Say of each field that takes a few characters alone how many these are."""
    every = ((name, each.indirect_reference.get_object()) for name, each in fields(pdf).items())
    return {name: int(field["/MaxLen"]) for name, field in every if "/MaxLen" in field}


def answers(pdf: bytes) -> dict[str, str]:
    """Say what each field is answered with: a value, a text, or nothing."""
    said = {name: str(each.get("/V", "")) for name, each in fields(pdf).items()}
    return {name: "" if value == "/Off" else value for name, value in said.items()}


def to_answer(pdf: bytes, number: int) -> dict[str, str]:
    """Make an answer for each field, of the choices one after another."""
    given = {}
    short = longest(pdf)
    for at, (name, field) in enumerate(fields(pdf).items(), number):
        if field["/FT"] == "/Tx":
            given[name] = ACCENTS[: short.get(name)]
        else:
            states = [state for state in field["/_States_"] if state != "/Off"]
            given[name] = states[at % len(states)]
    return given


def drawn(pdf: bytes) -> list[Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        return [
            sheet.render(scale=1, grayscale=True, may_draw_forms=True).to_pil()
            for sheet in document
        ]


def ink(before: Image, after: Image, rect: tuple[float, ...]) -> float:
    """Say how dark a place of a page has become."""
    left, bottom, right, top = rect
    place = tuple(round(each) for each in (left, after.height - top, right, after.height - bottom))
    stat = ImageStat.Stat(ImageChops.difference(before, after).crop(place))  # type: ignore[arg-type]
    return float(stat.sum[0])


@pytest.mark.parametrize(("name", "paper", "large"), VARIANTS)
def test_it_is_made_without_a_warning_and_conforms_to_pdf_ua_1(
    name: str, paper: str, large: bool
) -> None:
    for edition, printed in made(name, paper, large=large).items():
        assert printed.problems == (), edition
        report = page.validate_pdf_bytes(printed.pdf, profile=page.ValidationProfile.PDF_UA_1)
        assert [f"{each.rule_id} {each.message}" for each in report.failures] == [], edition
        assert errors_in(printed.pdf) == [], edition


@pytest.mark.parametrize("name", ONE_QUICKLY)
def test_it_has_the_pages_of_the_print_but_blank_ones_and_a_page_for_a_map(name: str) -> None:
    for edition, printed in made(name).items():
        usual = rendered(name, edition, "letter", large=False, fillable=False)
        assert usual is not None
        pages = press().print(usual.print_html, usual.stylesheet, LIBRARY.bundled).pdf
        with pypdfium2.PdfDocument(pages) as paper, pypdfium2.PdfDocument(printed.pdf) as screen:
            written = sum(not is_blank(sheet) for sheet in paper)
            assert not any(is_blank(sheet) for sheet in screen), edition
        has_map = 'data-places="' in usual.print_html or "data-places='" in usual.print_html
        if has_map:
            assert written < printed.pages <= written + 2, edition
        else:
            # A form needs no room for a scanner's marks, and may take a page less.
            assert written - (edition.endswith("form")) <= printed.pages <= written, edition


def is_blank(sheet: pypdfium2.PdfPage) -> bool:
    words = sheet.get_textpage().get_text_range()
    return "blank on purpose" in words or not words.split()


@pytest.mark.parametrize("name", ONE_QUICKLY)
def test_a_forms_fields_are_its_items(name: str) -> None:
    for edition, phase in (("evaluation-form", "end"), ("follow-up-form", "follow-up")):
        form = form_of(tailored(name), phase)  # type: ignore[arg-type]
        if form is None:  # a meeting that is held again and again asks nothing months later
            assert (name, phase) == ("check-point", "follow-up")
            continue
        pdf = made(name)[edition].pdf
        found = list(fields(pdf))
        begun = dict.fromkeys(each.partition(".")[0].partition("_")[0] for each in found)
        assert list(begun) == [question.item.id for question in form.questions]
        for question in form.questions:
            if question.scale and question.item.kind == "scale":
                values = [str(n) for n in range(1, len(question.scale.labels) + 1)]
                values += ["na"] if question.scale.not_applicable else []
                states = fields(pdf)[question.item.id]["/_States_"]
                assert {*states} - {"/Off"} == {f"/{value}" for value in values}
        stamp = PdfReader(io.BytesIO(pdf)).metadata
        assert stamp is not None
        assert stamp["/WorkshopKitForm"] == f"{form.id} {form.version}"


@pytest.mark.parametrize(("name", "paper", "large"), VARIANTS)
def test_filled_by_pypdf_it_reads_back_and_shows(name: str, paper: str, large: bool) -> None:
    for edition, printed in made(name, paper, large=large).items():
        given = to_answer(printed.pdf, 0)
        assert given, edition
        writer = PdfWriter(clone_from=io.BytesIO(printed.pdf))
        for sheet in writer.pages:
            if "/Annots" in sheet:
                writer.update_page_form_field_values(sheet, given, auto_regenerate=False)
        content = io.BytesIO()
        writer.write(content)
        filled = content.getvalue()
        assert answers(filled) == given, edition
        before, after = drawn(printed.pdf), drawn(filled)
        for number, sheet in enumerate(PdfReader(io.BytesIO(filled)).pages):
            for widget in (each.get_object() for each in sheet.get("/Annots", ())):
                if widget.get("/Subtype") == "/Widget" and widget.get("/AS", "/on") != "/Off":
                    rect = tuple(float(each) for each in widget["/Rect"])
                    assert ink(before[number], after[number], rect) > 200, (edition, widget["/TU"])


class Screen:
    """A person at a viewer: clicks and types where the fields are."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pypdfium2.PdfDocument(pdf)
        self.document.init_forms()
        self.form = self.document.formenv
        self.sheets = list(self.document)

    def click(self, number: int, rect: tuple[float, ...]) -> None:
        left, bottom, right, top = rect
        at = (self.form.raw, self.sheets[number].raw, 0, (left + right) / 2, (bottom + top) / 2)
        pdfium.FORM_OnMouseMove(*at)
        pdfium.FORM_OnLButtonDown(*at)
        pdfium.FORM_OnLButtonUp(*at)

    def write(self, number: int, rect: tuple[float, ...], text: str) -> None:
        self.click(number, rect)
        wide = ctypes.create_string_buffer(f"{text}\0".encode("utf-16-le"))
        pointer = ctypes.cast(wide, ctypes.POINTER(ctypes.c_ushort))
        pdfium.FORM_ReplaceSelection(self.form.raw, self.sheets[number].raw, pointer)

    def saved(self) -> bytes:
        pdfium.FORM_ForceToKillFocus(self.form.raw)
        content = io.BytesIO()
        self.document.save(content)
        return content.getvalue()


def widgets(pdf: bytes) -> Iterator[tuple[int, str, str, tuple[float, ...]]]:
    """Give each widget's page, its field's whole name, its value if it is ticked, and its place."""
    for number, sheet in enumerate(PdfReader(io.BytesIO(pdf)).pages):
        for note in sheet.get("/Annots", ()):
            widget = note.get_object()
            if widget.get("/Subtype") != "/Widget":
                continue
            names, at = [], widget
            while at is not None:
                names += [at["/T"]] if "/T" in at else []
                at = at["/Parent"].get_object() if "/Parent" in at else None
            states = widget.get("/AP", {}).get("/N", {}) if "/AS" in widget else {}
            value = next((state for state in states if state != "/Off"), "")
            rect = tuple(float(each) for each in widget["/Rect"])
            yield number, ".".join(reversed(names)), value, rect


@pytest.mark.parametrize("name", ONE_QUICKLY)
def test_clicked_and_typed_in_a_viewer_it_reads_back(name: str) -> None:
    for edition, printed in made(name).items():
        given = to_answer(printed.pdf, 1)
        screen = Screen(printed.pdf)
        for number, field, value, rect in widgets(printed.pdf):
            if not value:
                screen.write(number, rect, given[field])
            elif value == given[field]:
                screen.click(number, rect)
        filled = screen.saved()
        assert answers(filled) == given, edition


def test_the_second_answer_takes_the_place_of_the_first() -> None:
    pdf = made(NAMES[0])["evaluation-form"].pdf
    screen = Screen(pdf)
    of_one = [each for each in widgets(pdf) if each[1] == "headline-quality"]
    for number, _, _, rect in (of_one[1], of_one[3]):
        screen.click(number, rect)
    filled = screen.saved()
    assert answers(filled)["headline-quality"] == "/4"
    ticked = [
        note.get_object()["/AS"]
        for sheet in PdfReader(io.BytesIO(filled)).pages
        for note in sheet["/Annots"]
        if note.get_object().get("/AS", "/Off") != "/Off"
    ]
    assert ticked == ["/4"]


def test_the_same_input_gives_the_same_bytes() -> None:
    document = rendered(NAMES[0], "evaluation-form", "letter", large=False, fillable=True)
    assert document is not None
    again = Press(LIBRARY.roots).print(
        document.print_html, document.stylesheet, LIBRARY.bundled, fillable=True
    )
    assert again.pdf == made(NAMES[0])["evaluation-form"].pdf


def test_a_session_of_a_cohort_has_them_too() -> None:
    cohort = LIBRARY.cohort_names()[0]
    ready = sessions_of(cohort, (), LIBRARY)[0]
    ready = replace(ready, setting=replace(ready.setting, fillable=True))
    document = render(EDITIONS["evaluation-form"], ready, renderer())
    assert document is not None
    assert document.pdf_path == f"{ready.name}/participants/evaluation-form.fillable.pdf"
    assert document.copies == 0
    made_of = document.rendered
    printed = press().print(made_of.print_html, made_of.stylesheet, LIBRARY.bundled, fillable=True)
    assert printed.problems == ()
    assert "headline-quality" in fields(printed.pdf)


def test_it_says_what_is_true_of_a_file_and_not_of_a_sheet_of_paper() -> None:
    document = rendered(NAMES[0], "evaluation-form", "letter", large=False, fillable=True)
    assert document is not None
    assert "pile by the door" not in document.print_html
    assert "brings this file back" in document.print_html


@pytest.mark.parametrize("name", ONE_QUICKLY)
def test_a_worksheets_fields_have_the_names_that_its_page_keeps_answers_under(
    name: str, browser: WebDriver, tmp_path: Path
) -> None:
    usual = rendered(name, "worksheets", "letter", large=False, fillable=False)
    assert usual is not None
    file = tmp_path / "worksheets.html"
    file.write_text(usual.screen_html, encoding="utf-8")
    browser.get(file.as_uri())
    kept = browser.execute_script(
        "const beside = /[/][0-9]+[/](who|For what|Ring|Field|Stage)$/;"
        "return [...fillIn.fields.keys()].filter((each) => !beside.test(each));"
    )
    # A point parts the names of fields in a PDF: there it is a dot at half the height.
    found = {each.replace("·", ".") for each in fields(made(name)["worksheets"].pdf)}
    known = {each.replace("·", ".") for each in kept}
    assert known - found == set()
    more = found - known
    # A second line of its own, where the page has one field; the list beside a drawing; and what
    # is signed: on paper, says the page.
    beside = re.compile(r".*/\d+/(Name|For what|Ring|Field|Stage)|agreement-signed/.*")
    assert all(each.endswith(" (2)") or beside.fullmatch(each) for each in more), more


def test_nobody_writes_on_underscores_in_a_text() -> None:
    # They would be no field, and be read aloud one by one.
    files = sorted((find_library(Path(__file__).parents[1]).bundled / "workshops").rglob("*.yaml"))
    assert files
    assert [each.name for each in files if "___" in each.read_text(encoding="utf-8")] == []
