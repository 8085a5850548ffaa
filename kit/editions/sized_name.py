"""A person's name as large as its place allows: set smaller before any part of it is broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Sequence

LEADING: Final = 1.1
"""Height of a row of a name, as a part of its size."""
_POINT: Final = 25.4 / 72
_WIDTHS: Final = {**dict.fromkeys("mwMW@", 0.92), **dict.fromkeys("fijlrt'’.,-", 0.36)}
_CAPITAL: Final = 0.66
_SMALL: Final = 0.57
_SQUARE: Final = 1.0
_SPACE: Final = 0.22


@dataclass(frozen=True, slots=True)
class SizedName:
    """A name by its words, each with whether it stays whole, hyphens and all.

    `points` is its size, `rows` how many rows it takes.
    """

    words: tuple[tuple[str, bool], ...]
    points: int
    rows: int

    @property
    def tall(self) -> float:
        """Give the millimeters of height that it takes."""
        return round(self.rows * self.points * LEADING * _POINT, 1)


def sized(name: str, room: tuple[float, float], sizes: Sequence[int]) -> SizedName:
    """Choose the largest of the `sizes`, given in that order, at which a name fits.

    `room` is the width and height in millimeters. A name is parted between its words; one that is
    wider than its place even at the smallest size may be parted anywhere.
    """
    across, down = room
    words = name.split()
    for points in sizes:
        letter = points * _POINT
        widest = max((_width(word) for word in words), default=0) * letter
        rows = _rows(words, across / letter)
        if widest <= across and rows * letter * LEADING <= down:
            return SizedName(tuple((word, True) for word in words), points, max(1, rows))
    letter = sizes[-1] * _POINT
    kept = tuple((word, _width(word) * letter <= across) for word in words)
    rows = sum(-int(-_width(word) * letter // across) for word in words)
    return SizedName(kept, sizes[-1], max(1, rows))


def _rows(words: Sequence[str], across: float) -> int:
    rows, used = 0, 0.0
    for word in words:
        needed = _width(word)
        if used and used + _SPACE + needed <= across:
            used += _SPACE + needed
        else:
            rows, used = rows + 1, needed
    return rows


def _width(word: str) -> float:
    """Give the width of a word in the bold sans as a part of its size, rather more than less."""
    return sum(
        _SQUARE
        if east_asian_width(sign) in "WF"
        else _WIDTHS.get(sign, _CAPITAL if sign.isupper() else _SMALL)
        for sign in word
    )
