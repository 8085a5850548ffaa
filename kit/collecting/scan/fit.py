"""Where a row of boxes is on a straightened page: curled paper and worn rollers move it a little.

First the whole row is shifted onto the blank, then each box on its own outline.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from kit.collecting.scan.guide import RING
from kit.collecting.scan.picture import dots

if TYPE_CHECKING:
    from kit.collecting.scan.guide import BoxGuide, RowGuide
    from kit.collecting.scan.picture import Gray

_REACHES: Final = (0.55, 1.3, 2.8)
"""Millimeters by which a row is looked for, further where it is not found or at the rim."""
_FINE: Final = 0.5
_GOOD: Final = 0.6
_GAIN: Final = 0.03
"""By so much a box of its own must fit better than where its row puts it, to be moved."""
LEAST_MATCH: Final = 0.3
"""A row that is less like its blank was not found."""


@dataclass(frozen=True, slots=True)
class RowFit:
    """How far a row lies from its place, in dots, and how like its blank it is there, up to 1."""

    right: int
    down: int
    match: float


def fit_row(page: Gray, row: RowGuide) -> RowFit:
    """Find a row near its place."""
    best = RowFit(0, 0, -1.0)
    for reach in _REACHES:
        best = _search(page, row.blank, row.left, row.top, dots(reach))
        at_the_rim = max(abs(best.right), abs(best.down)) >= dots(reach)
        if best.match >= _GOOD and not at_the_rim:
            break
    return best


def fit_boxes(page: Gray, row: RowGuide, place: RowFit) -> list[RowFit]:
    """Find each box of a row, from the middle outward: paper bends little from one to the next."""
    middle = len(row.boxes) // 2
    fits = [place] * len(row.boxes)
    fits[middle] = _fit_box(page, row, row.boxes[middle], place)
    for at in range(middle + 1, len(row.boxes)):
        fits[at] = _fit_box(page, row, row.boxes[at], fits[at - 1])
    for at in range(middle - 1, -1, -1):
        fits[at] = _fit_box(page, row, row.boxes[at], fits[at + 1])
    return fits


def _fit_box(page: Gray, row: RowGuide, box: BoxGuide, place: RowFit) -> RowFit:
    far = dots(RING[1]) - dots(0.4)
    left, top = box.left + far, box.top + far
    width, height = box.right - box.left - 2 * far, box.bottom - box.top - 2 * far
    at_left, at_top = left - row.left, top - row.top
    blank = row.blank[at_top : at_top + height, at_left : at_left + width]
    reach = dots(_FINE)
    scores = _scores(page, blank, left + place.right, top + place.down, reach)
    if scores is None:
        return place
    down, right = np.unravel_index(int(scores.argmax()), scores.shape)
    if scores[down, right] < scores[reach, reach] + _GAIN:
        return RowFit(place.right, place.down, float(scores[reach, reach]))
    return RowFit(
        place.right + int(right) - reach, place.down + int(down) - reach, float(scores[down, right])
    )


def _search(page: Gray, blank: Gray, left: int, top: int, reach: int) -> RowFit:
    scores = _scores(page, blank, left, top, reach)
    if scores is None:
        return RowFit(0, 0, -1.0)
    down, right = np.unravel_index(int(scores.argmax()), scores.shape)
    return RowFit(int(right) - reach, int(down) - reach, float(scores[down, right]))


def _scores(page: Gray, blank: Gray, left: int, top: int, reach: int) -> np.ndarray | None:
    height, width = blank.shape
    near = page[
        max(0, top - reach) : top + height + reach, max(0, left - reach) : left + width + reach
    ]
    if near.shape != (height + 2 * reach, width + 2 * reach) or not blank.size:
        return None
    return np.asarray(cv2.matchTemplate(near, blank, cv2.TM_CCOEFF_NORMED), dtype=np.float32)
