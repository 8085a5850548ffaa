"""What slides for office programs are put together from: places in millimetres, lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

MM: Final = 36000
POINT: Final = 12700
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLIDES: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
INK: Final = "1A1A1A"
ACCENT: Final = "1B4B5A"
WIDE: Final = 0.56
BOLD: Final = 0.7
"""How wide a letter is on average, in its own height, and one of a title in bold: those of wide
typefaces, since a machine without the named ones sets others."""
_LEADING: Final = 1.2
_POINTS_A_MM: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in millimetres."""

    left: float
    top: float
    width: float
    height: float


def put(shape: Any, box: Box) -> None:
    """Move a shape to its place."""
    shape.left, shape.top = round(box.left * MM), round(box.top * MM)
    shape.width, shape.height = round(box.width * MM), round(box.height * MM)


def shade(color: str) -> Any:
    """Give a color as the library has it."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415 - of the extra, and slow to load

    colors: Any = RGBColor  # untyped
    return colors.from_string(color)


def lines_of(letters: int, points: int, width: float, wide: float = WIDE) -> int:
    """Count the lines that so many letters take in a width of millimetres, at the worst."""
    return max(1, ceil(letters * points * wide / (width * _POINTS_A_MM)))


def fitting(
    texts: Iterable[str],
    box: Box,
    sizes: Iterable[int],
    *,
    between: float = 0.2,
    wide: float = WIDE,
) -> int:
    """Choose the first size in which paragraphs stay in their place; the last where none does.

    `between` is the space after a paragraph, in heights of a letter.
    """
    given = list(texts)
    points = 0
    for points in sizes:
        lines = sum(lines_of(len(each), points, box.width, wide) for each in given)
        height = lines * points * _LEADING + (len(given) - 1) * points * between
        if height <= box.height * _POINTS_A_MM:
            break
    return points


def write_line(
    slide: Any,
    box: Box,
    words: str,
    *,
    size: int,
    name: str,
    bold: bool = False,
    right: bool = False,
    color: str = INK,
) -> Any:
    """Write a text in a box of its own, without the margins that office programs give one."""
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    put(shape, box)
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = words
    run.font.size = size * POINT
    run.font.bold = bold
    run.font.color.rgb = shade(color)
    if right:
        paragraph._p.get_or_add_pPr().set("algn", "r")  # noqa: SLF001 - shorter than its enumeration
    return run


def draw_rule(slide: Any, box: Box, *, points: float, name: str) -> Any:
    """Draw a line from the upper left corner of a place to its upper right one."""
    left, top = round(box.left * MM), round(box.top * MM)
    shape = slide.shapes.add_connector(1, left, top, left + round(box.width * MM), top)
    shape.name = name
    shape._element.remove(shape._element.find(f"{_SLIDES}style"))  # noqa: SLF001 - it has a shadow
    shape.line.width = round(points * POINT)
    shape.line.color.rgb = shade(INK)
    return shape
