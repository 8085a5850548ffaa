"""Makes a printed form readable by a scanner: marks and code on its pages, and a map of its boxes.

The positions come from the layout that is printed: an element whose `id` is `c.<field>.<value>` is
a box, one whose `id` is `w.<field>` a place to write. Marks and code are drawn as artifacts, behind
the page's own content and outside its structure, so that the page reads as it did.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kit.instrument.form_map import Box, FormMap, WritingArea
from kit.instrument.sheet import CELLS, MOST_PAGES, code_place, corner_marks, mark_cells
from kit.instrument.sheet_code import SheetCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kit.instrument.description import FormDescription
    from kit.instrument.sheet import Square
    from kit.press.engine import Press, Printed
    from kit.press.finisher import Finisher

_MM: Final = 25.4 / 96
"""Millimeters in a pixel of the layout."""
_POINTS: Final = 72 / 25.4
_BOX, _AREA = "c.", "w."
_ROUNDED: Final = 3


@dataclass(frozen=True, slots=True)
class FormSheet:
    """Which form is printed: its hash, which its code says, and what it asks."""

    form_hash: str
    description: FormDescription
    paper: str
    large: bool


def print_form(
    press: Press, html: str, stylesheet: str, base: Path, sheet: FormSheet, *, coded: bool = True
) -> tuple[Printed, FormMap]:
    """Print a form with its marks and its code, and give the map of what was printed.

    Without `coded`, the place of the code stays white: each numbered sheet gets one of its own.
    """
    from kit.press.engine import VARIANT, Printed  # noqa: PLC0415  imports this module's callers

    def write(document: Any, finish: Finisher) -> tuple[bytes, FormMap]:
        def finish_with_marks(laid_out: Any, pdf: Any) -> None:
            finish(laid_out, pdf)
            draw_marks(laid_out, pdf, sheet.form_hash if coded else None)

        pdf: bytes = document.write_pdf(finisher=finish_with_marks, pdf_variant=VARIANT)
        return pdf, map_of(document, sheet)

    made = press.make(html, stylesheet, base, write)
    pdf, form_map = made.result
    return Printed(pdf, made.pages, made.problems), form_map


def map_of(document: Any, sheet: FormSheet) -> FormMap:
    """Read off a document that the engine has laid out where everything stands."""
    boxes: list[Box] = []
    areas: list[WritingArea] = []
    fields = sorted((each.key for each in sheet.description.fields), key=len, reverse=True)
    for number, page in enumerate(document.pages, 1):
        for name, (left, top, right, bottom) in page.anchors.items():
            place = tuple(
                round(side * _MM, _ROUNDED) for side in (left, top, right - left, bottom - top)
            )
            if name.startswith(_BOX):
                field = next((key for key in fields if name.startswith(f"{_BOX}{key}.")), "")
                value = name[len(_BOX) + len(field) + 1 :]
                boxes.append(Box(field, value, number, *place))
            elif name.startswith(_AREA):
                areas.append(WritingArea(name[len(_AREA) :], number, *place))
    first = document.pages[0]
    return FormMap(
        form_hash=sheet.form_hash,
        description=sheet.description,
        paper=sheet.paper,
        large=sheet.large,
        width=round(first.width * _MM, _ROUNDED),
        height=round(first.height * _MM, _ROUNDED),
        pages=len(document.pages),
        boxes=tuple(boxes),
        areas=tuple(areas),
    )


def draw_marks(document: Any, pdf: Any, form_hash: str | None) -> None:
    """Draw the marks, and the code where there is a hash, on every page of the engine's objects.

    A page behind the last that has marks of its own gets none: see `kit.instrument.sheet`.
    """
    from kit.press.tag_tree import number_of  # noqa: PLC0415  loads pydyf

    pages = zip(document.pages, pdf.page_references, strict=True)
    for number, (page, reference) in enumerate(pages, 1):
        if number > MOST_PAGES:
            return
        width, height = page.width * _MM, page.height * _MM
        code = str(SheetCode(form_hash, number)) if form_hash else None
        page_object = pdf.objects[number_of(reference)]
        stream = pdf.objects[number_of(page_object["Contents"])]
        stream.stream[:0] = drawing(number, width, height, code)


def drawing(page: int, width: float, height: float, code: str | None) -> list[bytes]:
    """Give the operators that draw a page's marks and its code, in points from the bottom left."""
    squares = list(_marks(page, width, height))
    if code:
        squares += _code(code, code_place(width, height))
    return [b"/Artifact BMC", b"q", b"0 g", *_filled(squares, height), b"Q", b"EMC"]


def code_drawing(width: float, height: float, code: str) -> bytes:
    """Give the operators that draw a code alone, for a sheet that has its marks already."""
    squares = _code(code, code_place(width, height))
    parts = (b"/Artifact BMC", b"q", b"0 g", *_filled(squares, height), b"Q", b"EMC")
    return b"\n".join(parts)


def _filled(squares: Iterable[tuple[float, float, float, float]], height: float) -> Iterator[bytes]:
    for left, top, across, down in squares:
        sides = (left, height - top - down, across, down)
        yield " ".join(f"{side * _POINTS:.3f}" for side in sides).encode() + b" re"
    yield b"f"


def _marks(page: int, width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    for number, square in corner_marks(page, width, height):
        yield from _runs(mark_cells(number), square, square.side / CELLS)


def _code(code: str, place: Square) -> list[tuple[float, float, float, float]]:
    import segno  # noqa: PLC0415  only where a form is printed

    matrix = segno.make(code, error="q", micro=False, boost_error=False).matrix
    rows = tuple(tuple(bool(cell) for cell in row) for row in matrix)
    return list(_runs(rows, place, place.side / len(rows)))


def _runs(
    rows: tuple[tuple[bool, ...], ...], place: Square, side: float
) -> Iterator[tuple[float, float, float, float]]:
    """Give each run of black squares in a row as one bar: no hair lines between them."""
    for down, row in enumerate(rows):
        start = None
        for across, black in enumerate((*row, False)):
            if black and start is None:
                start = across
            elif not black and start is not None:
                left, top = place.left + start * side, place.top + down * side
                yield left, top, (across - start) * side, side
                start = None
