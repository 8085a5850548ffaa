from __future__ import annotations

import io
import runpy
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pptx
import pypdfium2
import pytest

from kit.press.slide_form import FormPlace
from kit.press.slides_file import PlainSlide, SlideParagraph, SlideRun, slides_file

if TYPE_CHECKING:
    from kit.press.slides_file import Mark


def plain(words: str, mark: Mark = "") -> SlideParagraph:
    return SlideParagraph((SlideRun(words),), mark)


SLIDES = (
    PlainSlide("Managing up", (plain("A plan that is yours"),), "Part 2 of 4"),
    PlainSlide(
        "At the end you will be able to …",
        (plain("Write a goal", "number"), plain("Lead a meeting", "number")),
    ),
    PlainSlide(
        "Draft a goal",
        (plain("Write one goal & a date."), plain("In pairs", "bullet")),
        minutes="15 min",
        notes=("SAY One goal.", "WATCH OUT Zq0001qZ"),
    ),
    PlainSlide(
        "Say what you think",
        (plain("The form has no name on it. " * 6),),
        "9 · alone",
        "5 min",
        handouts="Evaluation form",
        form=FormPlace("Online:", "On paper: on your table.", "Place for the QR code of the form"),
    ),
    PlainSlide("A title that is much longer than a slide is wide. " * 3, minutes="120 min"),
    PlainSlide("To take away", tuple(plain("What to do tonight. " * 6) for _ in range(6))),
    PlainSlide("Thank you"),
)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OFFICE = shutil.which("soffice")
overlapping = runpy.run_path(str(Path(__file__).parents[1] / "overlapping.py"))["overlapping"]


def made(slides: tuple[PlainSlide, ...] = SLIDES) -> bytes:
    return slides_file(slides, title="Managing up: Slides", language="en-GB")


def opened(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def test_titles_and_texts_stand_in_their_places() -> None:
    slides = opened(made()).slides
    assert [slide.shapes.title.text for slide in slides] == [each.title for each in SLIDES]
    texts = [[shape.text for shape in slide.placeholders][1:] for slide in slides]
    assert texts[0] == ["A plan that is yours"]
    assert texts[2] == ["Write one goal & a date.\nIn pairs"]
    assert texts[-1] == []


def test_lists_are_lists_and_plain_text_has_no_bullet() -> None:
    slides = opened(made()).slides
    marks = [
        [
            child.tag.removeprefix(DRAWING)
            for child in paragraph._p.pPr
            if child.tag != f"{DRAWING}spcBef"
        ]
        for slide in (slides[1], slides[2])
        for paragraph in slide.placeholders[1].text_frame.paragraphs
    ]
    assert marks == [["buAutoNum"], ["buAutoNum"], ["buNone"], []]


def test_words_that_are_set_apart_stay_so() -> None:
    runs = (
        SlideRun("Say "),
        SlideRun("one", bold=True),
        SlideRun(" or "),
        SlideRun("two", italic=True),
    )
    slide = PlainSlide("Ask", (SlideParagraph(runs),))
    place = opened(made((slide,))).slides[0].placeholders[1]
    (paragraph,) = place.text_frame.paragraphs
    found = [(run.text, run.font.bold, run.font.italic) for run in paragraph.runs]
    assert found == [
        ("Say ", None, None),
        ("one", True, None),
        (" or ", None, None),
        ("two", None, True),
    ]
    assert len({run.font.size for run in paragraph.runs}) == 1


def test_a_label_stands_above_the_title() -> None:
    first, second, *_ = opened(made()).slides
    (label,) = [shape for shape in first.shapes if shape.name == "Label"]
    assert label.text_frame.text == "Part 2 of 4"
    assert label.top + label.height <= first.slide_layout.placeholders[0].top + 2 * 36000
    assert not [shape for shape in second.shapes if shape.name == "Label"]


def test_minutes_are_shown_where_there_are_any() -> None:
    shown = [
        [shape.text_frame.text for shape in slide.shapes if shape.name == "Minutes"]
        for slide in opened(made()).slides
    ]
    assert shown == [[], [], ["15 min"], ["5 min"], ["120 min"], [], []]


def test_notes_are_the_instructors_and_nowhere_where_there_are_none() -> None:
    slides = opened(made()).slides
    assert [slide.has_notes_slide for slide in slides] == [False, False, True, *[False] * 4]
    assert slides[2].notes_slide.notes_text_frame.text == "SAY One goal.\nWATCH OUT Zq0001qZ"
    without = tuple(replace(each, notes=()) for each in SLIDES)
    with zipfile.ZipFile(io.BytesIO(made(without))) as archive:
        assert not [name for name in archive.namelist() if "notes" in name]


def test_the_same_slides_give_the_same_bytes_without_a_name_or_a_date() -> None:
    assert made() == made()
    properties = opened(made()).core_properties
    assert (properties.title, properties.language) == ("Managing up: Slides", "en-GB")
    assert properties.author == properties.last_modified_by == ""
    assert properties.created is properties.modified is None


def test_long_texts_are_set_smaller() -> None:
    long = PlainSlide("Long", tuple(plain("word " * 40, "bullet") for _ in range(5)))
    sizes = [
        opened(made((each,)))
        .slides[0]
        .placeholders[1]
        .text_frame.paragraphs[0]
        .runs[0]
        .font.size.pt
        for each in (SLIDES[2], long)
    ]
    assert sizes[0] > sizes[1] >= 16


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
def test_an_office_shows_each_slide_on_a_wide_page(tmp_path: Path) -> None:
    (tmp_path / "slides.pptx").write_bytes(made())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "slides.pptx")], check=True, capture_output=True, timeout=240
    )
    with pypdfium2.PdfDocument(tmp_path / "slides.pdf") as document:
        assert len(document) == len(SLIDES)
        width, height = document[0].get_size()
        assert width / height == pytest.approx(16 / 9, abs=0.01)
        assert "Managing up" in document[0].get_textpage().get_text_range()
        assert not any("Zq0001qZ" in page.get_textpage().get_text_range() for page in document)
    assert overlapping(tmp_path / "slides.pdf") == []
