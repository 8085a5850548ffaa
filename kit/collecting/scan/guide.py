"""What a page of a form is read with: its rows of boxes, its places to write, and what is printed.

All of it comes from the map and the blank that were kept when the form was printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from kit.collecting.scan.afar import AFAR, seen_from_afar
from kit.collecting.scan.picture import PER_MM, dots

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kit.collecting.scan.picture import Gray, Mask
    from kit.instrument.form_map import Box, FormMap, WritingArea

_BLACK: Final = 200
"""A darker dot of the blank is printed."""
_SPREAD: Final = 0.3
"""Millimeters by which print may be off after all shifts, and blurred."""
INSET: Final = 0.75
"""From the outer edge of a box to what counts as its inside, in millimeters."""
RING: Final = (0.35, 1.4)
"""Around a box, in millimeters from its outer edge: ink here is beside the box."""
SECTORS: Final = 12
_MEASURED: Final = 2.7**2
"""Square millimeters inside a box of 4.2 mm."""
_LARGEST: Final = 2.5
"""In the boxes of large print the noise of the paper would be taken for more than it is."""


@dataclass(frozen=True, slots=True, eq=False)
class BoxGuide:
    """A box in dots of a straightened page, with masks over the square around it.

    `left`, `top`, `right` and `bottom` bound the square that the masks cover: the box and its ring.
    `ring` numbers the sectors of the ring from 1, 0 is what is not looked at; `sectors` counts the
    dots of each. `larger` says how many times the inside of the boxes that the limits were
    measured with goes into that of this one.
    """

    value: str
    left: int
    top: int
    right: int
    bottom: int
    inside: Mask
    outline: Mask
    ring: Gray
    sectors: NDArray[np.int64]
    paper: Mask
    has_outline: bool
    larger: float


@dataclass(frozen=True, slots=True, eq=False)
class RowGuide:
    """The boxes of one answer, and what they look like on the blank.

    `picture` bounds what a person is shown of the row: left, top, right, bottom in dots.
    """

    field: str
    boxes: tuple[BoxGuide, ...]
    left: int
    top: int
    blank: Gray
    picture: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class PageGuide:
    """One page of a form. `printed` is where ink is nobody's.

    `small` is the blank seen from afar, empty where `for_answers` says that people write.
    """

    form_map: FormMap
    page: int
    rows: tuple[RowGuide, ...]
    areas: tuple[WritingArea, ...]
    printed: Mask
    small: Gray
    for_answers: Mask


def guide_to(form_map: FormMap, page: int, blank: Gray) -> PageGuide:
    """Prepare the reading of a page, from 1, with its blank at 200 dots an inch."""
    printed = _spread(blank < _BLACK, _SPREAD)
    boxes = [box for box in form_map.boxes if box.page == page]
    taken = printed.copy()
    for box in boxes:
        _fill(taken, box, _SPREAD)
    rows = tuple(
        _row(field, tuple(box for box in boxes if box.field == field), blank, taken)
        for field in dict.fromkeys(box.field for box in boxes)
    )
    areas = tuple(area for area in form_map.areas if area.page == page)
    small = seen_from_afar(blank)
    for_answers = _for_answers(small, (*boxes, *areas))
    return PageGuide(
        form_map=form_map,
        page=page,
        rows=rows,
        areas=areas,
        printed=printed,
        small=np.where(for_answers, np.uint8(255), small),
        for_answers=for_answers,
    )


def _for_answers(small: Gray, places: tuple[Box | WritingArea, ...]) -> Mask:
    mask = np.zeros(small.shape, np.bool_)
    for place in places:
        left, top = dots(place.left) // AFAR, dots(place.top) // AFAR
        right, bottom = dots(place.left + place.width), dots(place.top + place.height)
        mask[top : bottom // AFAR + 1, left : right // AFAR + 1] = True
    return mask


def _row(field: str, boxes: tuple[Box, ...], blank: Gray, taken: Mask) -> RowGuide:
    margin = 0.6
    left = dots(min(box.left for box in boxes) - margin)
    top = dots(min(box.top for box in boxes) - margin)
    right = dots(max(box.left + box.width for box in boxes) + margin)
    bottom = dots(max(box.top + box.height for box in boxes) + margin)
    height, width = blank.shape
    above = max(0, top - dots(3.2))
    below = min(height, bottom + dots(3.2))
    return RowGuide(
        field=field,
        boxes=tuple(_box(box, blank, taken) for box in boxes),
        left=left,
        top=top,
        blank=blank[top:bottom, left:right].copy(),
        picture=(dots(10), above, width - dots(10), below),
    )


def _box(box: Box, blank: Gray, taken: Mask) -> BoxGuide:
    far = dots(RING[1])
    left, top = dots(box.left) - far, dots(box.top) - far
    right, bottom = dots(box.left + box.width) + far, dots(box.top + box.height) + far
    down, across = np.mgrid[top:bottom, left:right]
    x, y = (across + 0.5) / PER_MM - box.left, (down + 0.5) / PER_MM - box.top
    # How far inside the box's edge a dot lies: below 0 is outside.
    depth = np.minimum.reduce([x, y, box.width - x, box.height - y])
    near = taken[top:bottom, left:right]
    angle = np.arctan2(y - box.height / 2, x - box.width / 2)
    sector = ((angle + np.pi) / (2 * np.pi) * SECTORS).astype(np.int64) % SECTORS + 1
    ring = (depth < -RING[0]) & (depth > -RING[1]) & ~near
    dark = blank[top:bottom, left:right] < _BLACK // 2
    outline = dark & (depth > 0) & (depth < INSET)
    numbered = np.where(ring, sector, 0).astype(np.uint8)
    return BoxGuide(
        value=box.value,
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        inside=depth > INSET,
        outline=outline,
        ring=numbered,
        sectors=np.bincount(numbered.ravel(), minlength=SECTORS + 1)[1:],
        has_outline=bool(outline.any()),
        larger=min(_LARGEST, float((depth > INSET).sum()) / PER_MM**2 / _MEASURED),
        paper=((depth < -RING[0]) & ~near) | (depth > INSET),
    )


def _fill(mask: Mask, box: Box, margin: float) -> None:
    left, top = dots(box.left - margin), dots(box.top - margin)
    right, bottom = dots(box.left + box.width + margin), dots(box.top + box.height + margin)
    mask[top:bottom, left:right] = True


def _spread(mask: Mask, by: float) -> Mask:
    size = 2 * dots(by) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return np.asarray(cv2.dilate(mask.astype(np.uint8), kernel), dtype=np.bool_)
