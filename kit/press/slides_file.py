"""Slides ▶ the bytes of a `.pptx` file: always the same for the same slides.

Titles and texts stand in the places that the program has for them, so that its outline, its readers
for the blind and its other designs find them.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from kit.press.archive import without_times
from kit.press.slide_form import CODE, PICTURE_LAYOUT, FormPlace, write_form
from kit.press.slide_shapes import (
    ACCENT,
    BOLD,
    DRAWING,
    MM,
    POINT,
    Box,
    draw_rule,
    fitting,
    lines_of,
    put,
    write_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDTH: Final = 339
"""Millimetres; with the height of the library's blank slides, 190.5, a screen's 16 to 9."""
_EDGE: Final = 18
_ALL: Final = _WIDTH - 2 * _EDGE
_RULE: Final = Box(_EDGE, 12, _ALL, 0)
_LABEL: Final = Box(_EDGE, 15, 220, 8)
_TITLE: Final = Box(_EDGE, 23, _ALL, 29)
_TITLE_OF_ONE_LINE: Final = 18
"""How high a title is that has one line: what follows begins there."""
_FIRST_TITLE: Final = Box(_EDGE, 48, _ALL, 50)
_FIRST_TEXT: Final = Box(_EDGE, 102, _ALL, 60)
_LAST_OF_TEXT: Final = 164
_HANDOUTS: Final = Box(_EDGE, 170, 240, 8)
_NUMBER: Final = Box(_WIDTH - _EDGE - 40, 171, 40, 7)
_MINUTES: Final = Box(_WIDTH - _EDGE - 60, 16, 60, 14)
_MINUTES_ROOM: Final = 64
_SIZES: Final = (32, 28, 26, 24, 22, 20, 18, 16, 15, 14)
_TITLE_SIZES: Final = (36, 32, 28, 24, 20)
_LARGE: Final = 3
"""So many of the sizes are tried for one line before a title takes two."""
_FIRST_SIZES: Final = (54, 48, 44, 40, 36, 32, 28)
_BETWEEN: Final = 0.35
"""The space before a paragraph, in heights of a letter."""
_USUAL: Final = "Title and Content"
_SLIDES: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_FONTS: Final = (("+mj-lt", "Georgia"), ("+mn-lt", "Calibri"))
"""What the blank slides call their two typefaces, and what is on every machine that shows them."""


Mark = Literal["", "bullet", "number"]


@dataclass(frozen=True, slots=True)
class SlideRun:
    """Words of a paragraph that have one look."""

    words: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class SlideParagraph:
    """A paragraph of a slide: without a mark, or one of a list."""

    runs: tuple[SlideRun, ...]
    mark: Mark = ""

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(run.words for run in self.runs)


@dataclass(frozen=True, slots=True)
class PlainSlide:
    """One slide: its title, what is on it, how long it is for, and what only the instructor sees.

    `label` stands above the title; `minutes` are as they are shown: `8 min`; `handouts` name the
    sheets to take; `form` is the way to the evaluation. `first`: it opens the session.
    """

    title: str
    paragraphs: tuple[SlideParagraph, ...] = ()
    label: str = ""
    minutes: str = ""
    notes: tuple[str, ...] = ()
    handouts: str = ""
    form: FormPlace | None = None
    first: bool = False


def slides_file(slides: Sequence[PlainSlide], *, title: str, language: str) -> bytes:
    """Write slides, the first of them as the title; what has no notes has no page for them."""
    from pptx import Presentation  # noqa: PLC0415 - of the extra, and slow to load

    presentation: Any = Presentation()
    presentation.slide_width = _WIDTH * MM
    _set_up(presentation)
    for number, each in enumerate(slides, start=1):
        slide = presentation.slides.add_slide(_layout(presentation, each))
        if number == 1:
            _rule_on_all(presentation, slide)
        text = _write_title(slide, each)
        texts = slide.placeholders[2 if _is_open(each) else 1]
        _write_text(texts, each.paragraphs, text)
        if each.form:
            write_form(slide, each.form)
        write_line(slide, _NUMBER, f"{number} / {len(slides)}", size=12, name="Number", right=True)
        if each.label:
            write_line(slide, _LABEL, each.label, size=16, name="Label", bold=True, color=ACCENT)
        if each.handouts:
            write_line(slide, _HANDOUTS, each.handouts, size=16, name="Handouts")
        if each.minutes:
            write_line(
                slide, _MINUTES, each.minutes, size=28, name="Minutes", bold=True, right=True
            )
        if each.notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(each.notes)
        _speak(slide, language)
    _describe(presentation, title, language)
    written = io.BytesIO()
    presentation.save(written)
    return without_times(written.getvalue())


def _layout(presentation: Any, slide: PlainSlide) -> Any:
    return presentation.slide_layouts.get_by_name(PICTURE_LAYOUT if _is_open(slide) else _USUAL)


def _is_open(slide: PlainSlide) -> bool:
    """Say whether a picture of the form's code is still to be put on a slide."""
    return slide.form is not None and not slide.form.address


def _set_up(presentation: Any) -> None:
    """Fit the library's blank slides to a wide screen, their titles to the left, in bold."""
    master = presentation.slide_master
    layouts = [presentation.slide_layouts.get_by_name(name) for name in (_USUAL, PICTURE_LAYOUT)]
    for holder in (master, *layouts):
        for place in holder.placeholders:
            kind = place.placeholder_format.idx
            if kind == 0:
                put(place, _TITLE)
                _stand_at_the_top(place)
            elif kind == 1:
                put(place, CODE if holder is layouts[1] else _text_below(_TITLE.height))
            elif kind == 2:  # noqa: PLR2004 - the words beside a picture
                put(place, _text_below(_TITLE.height))
    style = master.element.find(f"{_SLIDES}txStyles/{_SLIDES}titleStyle/{DRAWING}lvl1pPr")
    style.set("algn", "l")
    letters = style.find(f"{DRAWING}defRPr")
    letters.set("sz", "3600")
    letters.set("b", "1")
    for face in master.element.iter(f"{DRAWING}latin"):
        face.set("typeface", dict(_FONTS).get(face.get("typeface"), face.get("typeface")))


def _rule_on_all(presentation: Any, slide: Any) -> None:
    """Put a line at the head of all slides: drawn on one, since layouts draw none, and moved."""
    element = draw_rule(slide, _RULE, points=1.5, name="Rule")._element  # noqa: SLF001
    element.nvCxnSpPr.cNvPr.set("id", "99")
    presentation.slide_master.shapes._spTree.append(element)  # noqa: SLF001


def _text_below(title: float, last: float = _LAST_OF_TEXT) -> Box:
    top = _TITLE.top + title + 2
    return Box(_EDGE, top, _ALL, last - top)


def _stand_at_the_top(place: Any) -> None:
    frame = place.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame._txBody.bodyPr.set("anchor", "t")  # noqa: SLF001 - shorter than its enumeration


def _write_title(slide: Any, plain: PlainSlide) -> Box:
    """Write the title in a size in which it stays in its place; give the place of the text."""
    sizes = _FIRST_SIZES if plain.first else _TITLE_SIZES
    room = _MINUTES_ROOM if plain.minutes else 0
    whole = _FIRST_TITLE if plain.first else _TITLE
    box = Box(whole.left, whole.top, whole.width - room, whole.height)
    on_one_line = (
        each for each in sizes[:_LARGE] if lines_of(len(plain.title), each, box.width, BOLD) == 1
    )
    size = next(on_one_line, 0) or fitting([plain.title], box, sizes, wide=BOLD)
    place = slide.shapes.title
    place.text_frame.text = plain.title
    _stand_at_the_top(place)
    put(place, box)
    place.text_frame.paragraphs[0].runs[0].font.size = size * POINT
    if plain.first:
        return _FIRST_TEXT
    one = lines_of(len(plain.title), size, box.width, BOLD) == 1
    height = _TITLE_OF_ONE_LINE if one else _TITLE.height
    return _text_below(height, CODE.top - 3) if plain.form else _text_below(height)


def _write_text(place: Any, paragraphs: Iterable[SlideParagraph], box: Box) -> None:
    """Write paragraphs in a size in which they fit; without any, the place goes."""
    texts = list(paragraphs)
    if not texts:
        place._element.getparent().remove(place._element)  # noqa: SLF001 - no other way
        return
    size = fitting((each.words for each in texts), box, _SIZES, between=_BETWEEN)
    put(place, box)
    frame = place.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for position, each in enumerate(texts):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        for words in each.runs:
            run = paragraph.add_run()
            run.text = words.words
            run.font.size = size * POINT
            run.font.bold = words.bold or None
            run.font.italic = words.italic or None
        paragraph.space_before = 0 if position == 0 else round(size * _BETWEEN) * POINT
        _mark(paragraph, each.mark)


def _mark(paragraph: Any, mark: str) -> None:
    """Number a paragraph or leave it plain; the blank slides give a bullet to every one."""
    if mark == "bullet":
        return
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library knows no marks
    if mark == "number":
        form = properties.makeelement(f"{DRAWING}buAutoNum", {"type": "arabicPeriod"})
        properties.set("marL", "514350")
        properties.set("indent", "-514350")
    else:
        form = properties.makeelement(f"{DRAWING}buNone", {})
        properties.set("marL", "0")
        properties.set("indent", "0")
    properties.append(form)


def _speak(slide: Any, language: str) -> None:
    """Say in which language each text is, for those who have it read to them."""
    parts = [slide.element, *([slide.notes_slide.element] if slide.has_notes_slide else [])]
    for part in parts:
        for run in part.iter(f"{DRAWING}r"):
            run.get_or_add_rPr().set("lang", language)


def _describe(presentation: Any, title: str, language: str) -> None:
    properties = presentation.core_properties
    element = properties._element  # noqa: SLF001 - to leave out what is not true
    for child in list(element):
        element.remove(child)
    properties.title = title
    properties.language = language
