"""Where on a sheet the marks and the code stand that a scanner finds it by, in millimeters.

The figures are those that were measured: marks 12 to 14 mm from the edge survive a sheet that was
fed at an angle and enlarged by 3 %, and boxes of 4.5 to 5 mm are read best.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kit.instrument.mark_patterns import PATTERNS

MARK: Final = 9.0
"""The side of a corner mark."""
INSET: Final = 13.0
"""From the edge of the paper to a mark."""
CODE: Final = 14.0
"""The side of the code, without the white around it."""
QUIET: Final = 3.0
"""White on every side of the code and of the marks."""
MOST_PAGES: Final = len(PATTERNS) // 4
"""Every page has four marks of its own."""
CELLS: Final = 6
"""Squares in a row of a mark, its black rim included."""


@dataclass(frozen=True, slots=True)
class Square:
    """A square, from the top left corner of the page."""

    left: float
    top: float
    side: float


def corner_marks(page: int, width: float, height: float) -> tuple[tuple[int, Square], ...]:
    """Give the four marks of a page, from 1: number and place.

    They stand in the order top left, top right, bottom right, bottom left.
    """
    first = (page - 1) * 4
    right, bottom = width - INSET - MARK, height - INSET - MARK
    corners = ((INSET, INSET), (right, INSET), (right, bottom), (INSET, bottom))
    return tuple(
        (first + number, Square(left, top, MARK)) for number, (left, top) in enumerate(corners)
    )


def page_of_mark(number: int) -> int:
    """Say on which page, from 1, a mark stands."""
    return number // 4 + 1


def code_place(width: float, height: float) -> Square:
    """Give the place of the code: at the foot, left of the mark at the right."""
    left = width - INSET - MARK - 2 * QUIET - CODE
    return Square(left, height - INSET - CODE, CODE)


def mark_cells(number: int) -> tuple[tuple[bool, ...], ...]:
    """Give the squares of a mark, row by row: True is black."""
    pattern = PATTERNS[number]
    rim = (True,) * CELLS
    inner = tuple(
        (True, *(not pattern >> (15 - row * 4 - column) & 1 for column in range(4)), True)
        for row in range(4)
    )
    return (rim, *inner, rim)
