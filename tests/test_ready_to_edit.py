"""What educators edit is whole: Word documents of every bundled workshop, opened and printed."""

from __future__ import annotations

import io
import re
import runpy
import shutil
import subprocess
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pptx
import pypdfium2
import pytest
from lxml import etree

from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import Library, find_library
from kit.press.engine import Press
from kit.press.slides_page import make_slides
from kit.press.word.page_tree import Element, page_tree
from kit.press.word.word_press import make_word
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from kit.rendering.render import Rendered

# One worker makes a document once, for all the tests that look at it.
pytestmark = pytest.mark.xdist_group("to-edit")

BUNDLED = find_library(Path(__file__).parent).bundled
LIBRARY = Library(None, BUNDLED)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TO_EDIT = ("instructor-guide", "worksheets", "evaluation-form")
WORKSHOPS = LIBRARY.workshop_names()
ONE_QUICKLY = [
    pytest.param(name, marks=[pytest.mark.slow] if number else [])
    for number, name in enumerate(WORKSHOPS)
]
OFFICE = shutil.which("soffice")
overlapping = runpy.run_path(str(Path(__file__).with_name("overlapping.py")))["overlapping"]


@cache
def press() -> Press:
    return Press(LIBRARY.roots)


@cache
def rendered(name: str) -> dict[str, Rendered]:
    (loaded,), _ = load_workshops(LIBRARY, [name])
    tailored = tailor(loaded, Choice())
    renderer = Renderer(LIBRARY.folders("templates"))
    views = {
        edition.name: (edition, edition.view(tailored, Setting()))
        for edition in EDITIONS.values()
        if edition.offices and not edition.text
    }
    return {
        name: renderer.render(edition, view, "letter")
        for name, (edition, view) in views.items()
        if view is not None
    }


@cache
def made(name: str, edition: str) -> bytes:
    document = make_word(
        rendered(name)[edition].print_html, "letter", BUNDLED, press(), LIBRARY.roots
    )
    assert document.problems == ()
    return document.content


def opened(content: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def shown(element: Element) -> str:
    """All words of a page as a reader of its PDF has them; figures have their own."""
    if element.tag == "svg" or "screen-only" in element.classes:
        return ""
    return "".join(node if isinstance(node, str) else shown(node) for node in element.nodes)


def bare(words: str) -> str:
    return re.sub(r"[\s\u2610·]", "", words)


@pytest.mark.parametrize("name", ONE_QUICKLY)
def test_every_word_of_a_document_stands_in_its_word_document_in_its_order(name: str) -> None:
    for edition, document in rendered(name).items():
        if "docx" not in EDITIONS[edition].offices:
            continue
        page = page_tree(document.print_html)
        body = opened(made(name, edition))
        said = bare("".join(body.itertext(f"{W}t")))
        assert said == bare(shown(next(page.find("main")))), edition
        titles = Counter(next(svg.find("title")).words for svg in page.find("svg"))
        alternatives = Counter(each.get("descr") for each in body.iter(f"{DRAWING}docPr"))
        assert alternatives == titles, edition


@pytest.mark.parametrize("name", WORKSHOPS)
def test_every_heading_is_one_to_word(name: str) -> None:
    for edition in TO_EDIT:
        page = page_tree(rendered(name)[edition].print_html)
        document = docx.Document(io.BytesIO(made(name, edition)))
        levels = {
            style.style_id
            for style in document.styles
            if style.element.find(f"{W}pPr/{W}outlineLvl") is not None
        }
        headings = Counter(
            bare("".join(each.itertext(f"{W}t")))
            for each in opened(made(name, edition)).iter(f"{W}p")
            if (style := each.find(f"{W}pPr/{W}pStyle")) is not None
            and style.get(f"{W}val") in levels
        )
        wanted = [each for tag in ("h2", "h3", "h4") for each in page.find(tag)]
        assert sum(headings.values()) == len(wanted), edition
        said = "\n".join(headings)
        assert not [each.words for each in wanted if bare(shown(each)) not in said], edition


@pytest.mark.parametrize("name", WORKSHOPS)
def test_every_word_of_a_slide_stands_on_it_and_notes_only_where_they_may(name: str) -> None:
    for edition in ("slides", "slides-with-notes"):
        page = page_tree(rendered(name)[edition].print_html)
        frames = [each for each in page.find("section") if "frame" in each.classes]
        made_of = make_slides(rendered(name)[edition].print_html)
        slides = pptx.Presentation(io.BytesIO(made_of)).slides
        assert len(slides) == len(frames) > 5
        for frame, slide in zip(frames, slides, strict=True):
            written = (each.text_frame.text for each in slide.shapes if each.has_text_frame)
            said = bare("".join(written))
            notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
            for part in frame.children:
                there = said if "slide" in part.classes else bare(notes).upper()
                for words in texts_of(part):
                    wanted = words if "slide" in part.classes else words.upper()
                    assert wanted in there, (edition, slide.shapes.title.text)
            assert bool(notes) == (edition == "slides-with-notes")


def texts_of(element: Element) -> list[str]:
    """All texts of an element, each as it stands between two tags."""
    if "notes-title" in element.classes:
        return []
    found = [[bare(node)] if isinstance(node, str) else texts_of(node) for node in element.nodes]
    return [words for each in found for words in each if words]


@pytest.mark.parametrize("name", WORKSHOPS)
def test_the_same_workshop_gives_the_same_bytes(name: str) -> None:
    html = rendered(name)["worksheets"].print_html
    again = make_word(html, "letter", BUNDLED, press(), LIBRARY.roots)
    assert again.content == made(name, "worksheets")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.slow
@pytest.mark.parametrize("name", WORKSHOPS)
def test_an_office_opens_and_prints_it_on_about_as_many_pages(name: str, tmp_path: Path) -> None:
    editions = [*TO_EDIT, "run-of-show"]
    editions += ["follow-up-form"] if "follow-up-form" in rendered(name) else []
    for edition in editions:
        (tmp_path / f"{edition}.docx").write_bytes(made(name, edition))
    slides = make_slides(rendered(name)["slides-with-notes"].print_html)
    (tmp_path / "slides.pptx").write_bytes(slides)
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *(str(tmp_path / f"{edition}.docx") for edition in editions),
            str(tmp_path / "slides.pptx"),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    for edition in editions:
        document = rendered(name)[edition]
        own = press().print(document.print_html, document.stylesheet, BUNDLED).pages
        with pypdfium2.PdfDocument(tmp_path / f"{edition}.pdf") as printed:
            assert abs(len(printed) - own) <= max(1, own * 0.2), edition
            words = "".join(page.get_textpage().get_text_range() for page in printed)
        heading = next(page_tree(document.print_html).find("h2"), None)
        if heading:
            assert bare(shown(heading)) in bare(words)
    with pypdfium2.PdfDocument(tmp_path / "slides.pdf") as shown_slides:
        assert len(shown_slides) == len(pptx.Presentation(io.BytesIO(slides)).slides)
    assert overlapping(tmp_path / "slides.pdf") == []
    case_parts = [
        [*case.find("h3"), *case.find("li")]
        for case in page_tree(rendered(name)["worksheets"].print_html).find("section")
        if "case" in case.classes
    ]
    assert not broken_up(tmp_path / "worksheets.pdf", case_parts)
    written = {"commitment", "open"}
    last = [
        part
        for part in page_tree(rendered(name)["evaluation-form"].print_html).find("section")
        if part.classes & written
    ]
    assert not broken_up(tmp_path / "evaluation-form.pdf", [[next(e.find("h2")) for e in last]])


def broken_up(file: Path, together: list[list[Element]]) -> list[str]:
    """Say of which parts that belong together some stand on another page."""
    with pypdfium2.PdfDocument(file) as document:
        pages = [bare(page.get_textpage().get_text_range()) for page in document]
    return [
        parts[0].words
        for parts in together
        if not any(all(bare(shown(each)) in page for each in parts) for page in pages)
    ]
