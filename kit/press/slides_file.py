"""Slides ▶ the bytes of a `.pptx` file: always the same for the same slides.

Titles and texts stand in the places that the program has for them, so that its outline, its readers
for the blind and its other designs find them.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from kit.press.archive import without_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MM: Final = 36000
_WIDTH: Final = 339
"""Millimetres; with the height of the library's blank slides, 190.5, a screen's 16 to 9."""
_EDGE: Final = 18
_LABEL: Final = (_EDGE, 8, 250, 10)
_TITLE: Final = (_EDGE, 16, _WIDTH - 2 * _EDGE, 30)
_TEXT: Final = (_EDGE, 50, _WIDTH - 2 * _EDGE, 112)
_FOOT: Final = (_EDGE, 168, 200, 12)
_MINUTES: Final = (_WIDTH - _EDGE - 80, 166, 80, 16)
"""Left, top, width and height in millimetres."""
_SIZES: Final = ((220, 32), (420, 28), (760, 24), (1100, 20))
"""Up to so many letters, a text is set in so many points; longer ones in `_SMALLEST`."""
_SMALLEST: Final = 16
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLIDES: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_FONTS: Final = (("+mj-lt", "Georgia"), ("+mn-lt", "Calibri"))
"""What the blank slides call their two typefaces, and what is on every machine that shows them."""


@dataclass(frozen=True, slots=True)
class SlideParagraph:
    """A paragraph of a slide: plain, or one of a list."""

    words: str
    mark: Literal["", "bullet", "number"] = ""


@dataclass(frozen=True, slots=True)
class PlainSlide:
    """One slide: its title, what is on it, how long it is for, and what only the instructor sees.

    `label` stands above the title; `minutes` are as they are shown: `8 min`.
    """

    title: str
    paragraphs: tuple[SlideParagraph, ...] = ()
    label: str = ""
    minutes: str = ""
    notes: tuple[str, ...] = ()


def slides_file(slides: Sequence[PlainSlide], *, title: str, language: str) -> bytes:
    """Write slides, the first of them as the title; what has no notes has no page for them."""
    from pptx import Presentation  # noqa: PLC0415 - of the extra, and slow to load

    presentation: Any = Presentation()
    presentation.slide_width = _WIDTH * _MM
    _set_up(presentation)
    for number, each in enumerate(slides, start=1):
        layout = presentation.slide_layouts.get_by_name("Title and Content")
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text_frame.text = each.title
        _write_text(slide.placeholders[1], each.paragraphs)
        _line(slide, _FOOT, f"{number} / {len(slides)}", size=12, name="Number")
        if each.label:
            _line(slide, _LABEL, each.label, size=16, name="Label")
        if each.minutes:
            _line(slide, _MINUTES, each.minutes, size=28, name="Minutes", right=True)
        if each.notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(each.notes)
        _speak(slide, language)
    _describe(presentation, title, language)
    written = io.BytesIO()
    presentation.save(written)
    return without_times(written.getvalue())


def _set_up(presentation: Any) -> None:
    """Fit the library's blank slides to a wide screen, their titles to the left, in bold."""
    layout = presentation.slide_layouts.get_by_name("Title and Content")
    for holder in (presentation.slide_master, layout):
        for place in holder.placeholders:
            kind = place.placeholder_format.idx
            if kind in {0, 1}:
                _put(place, _TITLE if kind == 0 else _TEXT)
    master = presentation.slide_master.element
    style = master.find(f"{_SLIDES}txStyles/{_SLIDES}titleStyle/{_DRAWING}lvl1pPr")
    style.set("algn", "l")
    letters = style.find(f"{_DRAWING}defRPr")
    letters.set("sz", "3600")
    letters.set("b", "1")
    for face in master.iter(f"{_DRAWING}latin"):
        face.set("typeface", dict(_FONTS).get(face.get("typeface"), face.get("typeface")))


def _put(shape: Any, place: tuple[int, int, int, int]) -> None:
    shape.left, shape.top, shape.width, shape.height = (each * _MM for each in place)


def _write_text(place: Any, paragraphs: Iterable[SlideParagraph]) -> None:
    """Write paragraphs in a size in which they fit; without any, the place goes."""
    texts = list(paragraphs)
    if not texts:
        place._element.getparent().remove(place._element)  # noqa: SLF001 - no other way
        return
    letters = sum(len(each.words) + 30 for each in texts)
    size = next((points for most, points in _SIZES if letters <= most), _SMALLEST)
    frame = place.text_frame
    for position, each in enumerate(texts):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = each.words
        run.font.size = size * 12700
        _mark(paragraph, each.mark)


def _mark(paragraph: Any, mark: str) -> None:
    """Number a paragraph or leave it plain; the blank slides give a bullet to every one."""
    if mark == "bullet":
        return
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library knows no marks
    if mark == "number":
        form = properties.makeelement(f"{_DRAWING}buAutoNum", {"type": "arabicPeriod"})
        properties.set("marL", "514350")
        properties.set("indent", "-514350")
    else:
        form = properties.makeelement(f"{_DRAWING}buNone", {})
        properties.set("marL", "0")
        properties.set("indent", "0")
    properties.append(form)


def _line(
    slide: Any,
    place: tuple[int, int, int, int],
    words: str,
    *,
    size: int,
    name: str,
    right: bool = False,
) -> None:
    left, top, width, height = (each * _MM for each in place)
    box = slide.shapes.add_textbox(left, top, width, height)
    box.name = name
    box.text_frame.word_wrap = True
    paragraph = box.text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = words
    run.font.size = size * 12700
    run.font.bold = right
    if right:
        paragraph._p.get_or_add_pPr().set("algn", "r")  # noqa: SLF001 - shorter than its enumeration


def _speak(slide: Any, language: str) -> None:
    """Say in which language each text is, for those who have it read to them."""
    parts = [slide.element, *([slide.notes_slide.element] if slide.has_notes_slide else [])]
    for part in parts:
        for run in part.iter(f"{_DRAWING}r"):
            run.get_or_add_rPr().set("lang", language)


def _describe(presentation: Any, title: str, language: str) -> None:
    properties = presentation.core_properties
    element = properties._element  # noqa: SLF001 - to leave out what is not true
    for child in list(element):
        element.remove(child)
    properties.title = title
    properties.language = language
