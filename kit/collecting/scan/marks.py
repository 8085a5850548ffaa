"""The corner marks on a page: which ones are there, and where exactly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import cv2
import numpy as np

from kit.instrument.sheet import page_of_mark

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kit.collecting.scan.picture import Gray

_REDUCED: Final = 1300
"""Dots of the longer side of the copy that marks are looked for in; their corners are found in the
whole picture. Measured: as sure as on the whole picture, and four times as quick."""
_AGAIN: Final = 2200
"""A second, larger look where the first finds too few."""
_CORNER: Final = 0.23
"""The share of a picture's sides that marks are looked for in first: scanners put them there."""
_COARSE: Final = 0.3
_WINDOWS: Final = (2, 7)
_ENOUGH: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A mark, and its corners in the picture: top left of the mark first, clockwise."""

    number: int
    corners: NDArray[np.float32]


def find_marks(pixels: Gray) -> tuple[int, tuple[Mark, ...]]:
    """Give the page that most marks belong to, from 1, and these marks; 0 where there are none."""
    best: tuple[int, tuple[Mark, ...]] = (0, ())
    for look in (_in_the_corners, _anywhere, _closely):
        found = _of_one_page(look(pixels))
        if len(found[1]) > len(best[1]):
            best = found
        if len(best[1]) >= _ENOUGH:
            break
    return best


def _in_the_corners(pixels: Gray) -> list[Mark]:
    height, width = pixels.shape
    down, across = int(height * _CORNER), int(width * _CORNER)
    scale = _REDUCED / max(height, width)
    return [
        mark
        for top in (0, height - down)
        for left in (0, width - across)
        for mark in _look(pixels, (left, top, across, down), scale)
    ]


def _anywhere(pixels: Gray) -> list[Mark]:
    height, width = pixels.shape
    return _look(pixels, (0, 0, width, height), _REDUCED / max(height, width))


def _closely(pixels: Gray) -> list[Mark]:
    height, width = pixels.shape
    if max(height, width) <= _REDUCED:
        return []
    return _look(pixels, (0, 0, width, height), _AGAIN / max(height, width))


def _of_one_page(marks: list[Mark]) -> tuple[int, tuple[Mark, ...]]:
    if not marks:
        return 0, ()
    pages = Counter(page_of_mark(mark.number) for mark in marks)
    page, _ = pages.most_common(1)[0]
    largest: dict[int, Mark] = {}
    for mark in marks:
        known = largest.get(mark.number)
        if page_of_mark(mark.number) == page and (known is None or _size(mark) > _size(known)):
            largest[mark.number] = mark
    return page, tuple(largest[number] for number in sorted(largest))


def _size(mark: Mark) -> float:
    return float(cv2.contourArea(mark.corners))


def _look(pixels: Gray, place: tuple[int, int, int, int], scale: float) -> list[Mark]:
    left, top, width, height = place
    reduced = pixels[top : top + height, left : left + width]
    scale = min(1.0, scale)
    if scale < 1:
        way = cv2.INTER_LINEAR if scale > _COARSE else cv2.INTER_AREA
        smaller = cv2.resize(reduced, None, fx=scale, fy=scale, interpolation=way)
        reduced = np.asarray(smaller, dtype=np.uint8)
    corners, numbers, _ = _detector().detectMarkers(np.ascontiguousarray(reduced))
    found = []
    # OpenCV 5 gives the numbers in one row, OpenCV 4 in a column.
    for number, each in zip(np.ravel(numbers) if numbers is not None else (), corners, strict=True):
        places = np.asarray(each, dtype=np.float32).reshape(4, 2)
        places = ((places + 0.5) / scale - 0.5 + (left, top)).astype(np.float32)
        found.append(Mark(int(number), _refined(pixels, places)))
    return found


def _refined(pixels: Gray, corners: NDArray[np.float32]) -> NDArray[np.float32]:
    side = float(np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1).mean())
    # A window of half a square: a larger one would see the next square's corner.
    half = int(np.clip(side / 12, *_WINDOWS))
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.02)
    refined = cv2.cornerSubPix(
        pixels, corners.reshape(-1, 1, 2).copy(), (half, half), (-1, -1), ends
    )
    places = np.asarray(refined, dtype=np.float32).reshape(4, 2)
    moved = np.linalg.norm(places - corners, axis=1)
    # A corner that ran away was not there: a pen went through it, or the paper is torn.
    return np.where((moved > half * 2)[:, None], corners, places)


@cache
def _detector() -> Any:
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    parameters = cv2.aruco.DetectorParameters()
    parameters.adaptiveThreshWinSizeMin = 5
    parameters.adaptiveThreshWinSizeMax = 29
    parameters.adaptiveThreshWinSizeStep = 12
    return cv2.aruco.ArucoDetector(dictionary, parameters)
