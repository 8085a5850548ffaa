"""Holds a printed form against its map: what a scanner looks for has to be where the map says."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from kit.errors import Problem
from kit.instrument.sheet import CELLS, MOST_PAGES, corner_marks, mark_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from kit.instrument.form_map import Box, FormMap

_DOTS: Final = 300
"""Dots an inch: an outline of 0.3 mm is three and a half of them."""
_DARK: Final = 140
"""Grey, from 0 for black to 255: darker is ink."""
_SLACK: Final = 0.25
"""Millimeters by which an outline may stand beside its place."""
_INSIDE: Final = 0.9
"""Millimeters from the edge of a box to where nothing may be printed."""
_SMALLEST: Final = 4.4
"""Millimeters: in smaller boxes, marks were read wrong twelve times as often (1.19 % to 0.10 %)."""


def doubts_of(pdf: bytes, form_map: FormMap) -> tuple[Problem, ...]:
    """Look for every field, box and mark of a map on the pages themselves.

    What is missing keeps nobody from answering: a problem says that scans of it cannot be read.
    """
    return (*_unplaced(form_map), *_unlike(pdf, form_map))


def _unplaced(form_map: FormMap) -> Iterator[Problem]:
    placed = {(box.field, box.value) for box in form_map.boxes}
    areas = {area.field for area in form_map.areas}
    missing = []
    for field in form_map.description.fields:
        wanted = {(field.key, value) for value in field.values}
        if wanted - placed or (not field.values and field.key not in areas):
            missing.append(field.key)
    if missing:
        yield Problem(
            "form-field-unplaced",
            f"On the printed form, there is no place to answer {', '.join(missing)}.",
            hint="A template of your own may have left it out: look at its page, and at the ids "
            "in the bundled `templates/parts/form.html`.",
        )
    if form_map.pages > MOST_PAGES:
        yield Problem(
            "form-too-long",
            f"The form has {form_map.pages} pages; scans of more than {MOST_PAGES} are not read.",
            hint="Ask less: a form of two pages comes back most often.",
        )
    small = [box for box in form_map.boxes if min(box.width, box.height) < _SMALLEST]
    if small:
        yield Problem(
            "form-box-small",
            f"The boxes of {small[0].field} are smaller than {_SMALLEST} mm: scans are read badly.",
            hint="Set `.form .check` in your style sheet to at least 4.5 mm.",
        )


def _unlike(pdf: bytes, form_map: FormMap) -> Iterator[Problem]:
    import pypdfium2  # noqa: PLC0415  only where a form is printed

    document = pypdfium2.PdfDocument(pdf)
    try:
        boxes = sorted(form_map.boxes, key=lambda box: box.page)
        on_page = {page: list(held) for page, held in groupby(boxes, lambda box: box.page)}
        off: list[str] = []
        unmarked: list[int] = []
        for number in range(1, form_map.pages + 1):
            image = document[number - 1].render(scale=_DOTS / 72, grayscale=True).to_pil()
            image = image.convert("L")
            off += [
                f"{box.field} {box.value}"
                for box in on_page.get(number, ())
                if not _has_outline(image, box)
            ]
            if number <= MOST_PAGES and not _has_marks(image, number, form_map):
                unmarked.append(number)
    finally:
        document.close()
    if off:
        yield Problem(
            "form-box-astray",
            f"On the printed form, a box is not empty or not where it should be: {off[0]}"
            + (f", and {len(off) - 1} more." if len(off) > 1 else "."),
            hint="A style sheet of your own may move, turn or fill it.",
        )
    if unmarked:
        yield Problem(
            "form-marks-covered",
            f"On page {unmarked[0]} of the printed form, something stands on the corner marks.",
            hint="Keep 25 mm at the top and 30 mm at the foot of the page free.",
        )


def _has_outline(image: Image, box: Box) -> bool:
    """Whether there is ink along all four sides of a box, and none in it."""
    left, top = box.left, box.top
    right, bottom = left + box.width, top + box.height
    sides = (
        (left - _SLACK, top + 1, left + _SLACK * 2, bottom - 1),
        (right - _SLACK * 2, top + 1, right + _SLACK, bottom - 1),
        (left + 1, top - _SLACK, right - 1, top + _SLACK * 2),
        (left + 1, bottom - _SLACK * 2, right - 1, bottom + _SLACK),
    )
    if not all(_darkest(image, side) < _DARK for side in sides):
        return False
    inside = (left + _INSIDE, top + _INSIDE, right - _INSIDE, bottom - _INSIDE)
    return _darkest(image, inside) >= _DARK


def _has_marks(image: Image, page: int, form_map: FormMap) -> bool:
    for number, square in corner_marks(page, form_map.width, form_map.height):
        side = square.side / CELLS
        for down, row in enumerate(mark_cells(number)):
            for across, black in enumerate(row):
                x, y = square.left + (across + 0.5) * side, square.top + (down + 0.5) * side
                if (_darkest(image, (x - 0.2, y - 0.2, x + 0.2, y + 0.2)) < _DARK) != black:
                    return False
    return True


def _darkest(image: Image, area: tuple[float, float, float, float]) -> int:
    """Give the darkest grey of a place in millimeters."""
    dots = tuple(round(side * _DOTS / 25.4) for side in area)
    crop = image.crop((dots[0], dots[1], max(dots[2], dots[0] + 1), max(dots[3], dots[1] + 1)))
    return next((grey for grey, count in enumerate(crop.histogram()) if count), 255)
