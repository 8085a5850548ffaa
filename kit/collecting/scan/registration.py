"""Marks in a picture ▶ how the picture lies on the paper, and the page straightened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from kit.collecting.scan.picture import DPI, PER_MM
from kit.instrument.sheet import corner_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kit.collecting.scan.marks import Mark
    from kit.collecting.scan.picture import Gray

MOST_ERROR: Final = 0.5
"""Millimeters by which a mark's corners may miss their places."""
_FREE: Final = 3
"""With so many marks the page may be seen in perspective; with two it must lie flat."""
_FINER: Final = 1.6
"""A picture so much finer than what it is straightened to is reduced first: no dots are skipped."""


@dataclass(frozen=True, slots=True, eq=False)
class Lie:
    """How a picture lies on paper of a size: from dots of the picture to millimeters.

    `error` is the mean distance of the marks' corners from their places, in millimeters.
    """

    matrix: NDArray[np.float64]
    width: float
    height: float
    marks: int
    error: float


def lie_of(marks: Sequence[Mark], page: int, width: float, height: float) -> Lie | None:
    """Lay the marks that were found on those of a paper; None where they do not fit."""
    places = dict(corner_marks(page, width, height))
    left = list(marks)
    while len(left) > 1:
        seen = np.concatenate([mark.corners for mark in left]).astype(np.float64)
        on_paper = np.concatenate(
            [
                _corners(
                    places[mark.number].left, places[mark.number].top, places[mark.number].side
                )
                for mark in left
            ]
        )
        matrix = _fitted(seen, on_paper, flat=len(left) < _FREE)
        if matrix is None:
            return None
        errors = np.linalg.norm(_moved(seen, matrix) - on_paper, axis=1).reshape(-1, 4)
        worst = int(errors.mean(axis=1).argmax())
        if float(errors.mean()) <= MOST_ERROR and float(errors[worst].mean()) <= 2 * MOST_ERROR:
            return Lie(matrix, width, height, len(left), float(errors.mean()))
        if len(left) <= _FREE:
            return None
        left.pop(worst)
    return None


def straightened(pixels: Gray, lie: Lie) -> Gray:
    """Give the whole page, upright, at 200 dots an inch."""
    return part_of(pixels, lie, (0, 0, lie.width, lie.height), DPI)


def part_of(
    pixels: Gray, lie: Lie, place: tuple[float, float, float, float], dpi: int = DPI
) -> Gray:
    """Give a part of the page, upright: left, top, width and height in millimeters."""
    left, top, width, height = place
    scale = dpi / 25.4
    to_dots = np.array([[scale, 0, -left * scale], [0, scale, -top * scale], [0, 0, 1]])
    # OpenCV counts from the middle of a dot, the paper from its corner.
    half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    matrix = np.linalg.inv(half) @ to_dots @ lie.matrix
    finer = _dots_to_one(lie, pixels.shape) * PER_MM / scale
    if finer < 1 / _FINER and width == lie.width:
        reduced = cv2.resize(pixels, None, fx=finer, fy=finer, interpolation=cv2.INTER_AREA)
        across, down = reduced.shape[1] / pixels.shape[1], reduced.shape[0] / pixels.shape[0]
        shrunk = np.diag([across, down, 1.0])
        inner = np.linalg.inv(half) @ np.linalg.inv(shrunk) @ half
        pixels, matrix = np.asarray(reduced, dtype=np.uint8), matrix @ inner
    size = (round(width * scale), round(height * scale))
    warped = cv2.warpPerspective(
        pixels, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(warped, dtype=np.uint8)


def _dots_to_one(lie: Lie, shape: tuple[int, ...]) -> float:
    """Say how many dots of a straightened page one dot of the picture makes, on average."""
    height, width = shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float64)
    area = abs(cv2.contourArea(_moved(corners, lie.matrix).astype(np.float32)))
    return float(np.sqrt(area / (width * height)) * PER_MM)


def _corners(left: float, top: float, side: float) -> NDArray[np.float64]:
    right, bottom = left + side, top + side
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])


def _fitted(
    seen: NDArray[np.float64], on_paper: NDArray[np.float64], *, flat: bool
) -> NDArray[np.float64] | None:
    if flat:
        matrix, _ = cv2.estimateAffine2D(seen, on_paper, ransacReprojThreshold=MOST_ERROR)
        return None if matrix is None else np.vstack([matrix, [0, 0, 1]])
    matrix, _ = cv2.findHomography(seen, on_paper, cv2.RANSAC, MOST_ERROR)
    return None if matrix is None else np.asarray(matrix, dtype=np.float64)


def _moved(places: NDArray[np.float64], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    ahead = np.column_stack([places, np.ones(len(places))]) @ matrix.T
    return np.asarray(ahead[:, :2] / ahead[:, 2:], dtype=np.float64)
