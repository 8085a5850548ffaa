"""Texts broken into lines so that they fit a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.label import plain
from kit.rendering.figures.text_width import MM, Face, width

if TYPE_CHECKING:
    from collections.abc import Sequence

LEADING: Final = 1.16
"""Distance of baselines, in type sizes."""
_FIRST_BASELINE: Final = 0.84
_DASHES = r"\u002d\u2010\u2013\u2014"
_PIECES = re.compile(f"[^ /{_DASHES}]*[/{_DASHES}]+|[^ /{_DASHES}]+| ")
_ELLIPSIS: Final = "…"


@dataclass(frozen=True)
class Fitted:
    """Lines in a size (points) that fit their place; `whole` is false where text was left out."""

    lines: tuple[str, ...]
    size: float
    face: Face
    whole: bool = True

    @property
    def width(self) -> float:
        """Give the width of the longest line in millimetres."""
        return max((width(line, self.size, self.face) for line in self.lines), default=0) * MM

    @property
    def height(self) -> float:
        """Give the height of all lines in millimetres, accents and descenders included."""
        return height_of(len(self.lines), self.size)

    @property
    def baselines(self) -> tuple[float, ...]:
        """Give each line's baseline below the upper edge, in millimetres."""
        return tuple(
            (_FIRST_BASELINE + LEADING * line) * self.size * MM for line in range(len(self.lines))
        )


def height_of(lines: int, size: float) -> float:
    """Give the height of a number of lines in millimetres."""
    return lines * LEADING * size * MM


def fit(
    text: str,
    room: tuple[float, float],
    sizes: Sequence[float],
    *,
    face: Face = Face.REGULAR,
    most_lines: int = 3,
) -> Fitted:
    """Set a text in a room (width, height in millimetres), in the largest size that takes it.

    Words are broken only in the smallest size; what does not fit even so ends in an ellipsis.
    """
    text = plain(text)
    if not text:
        return Fitted(("",), sizes[-1], face)
    across, down = room
    for size in sizes:
        count = min(most_lines, lines_in(down, size))
        lines = wrapped(text, across, size, face)
        if lines is not None and len(lines) <= count:
            return Fitted(_balanced(text, across, size, face, len(lines)), size, face)
    size = sizes[-1]
    count = max(1, min(most_lines, lines_in(down, size)))
    lines = wrapped(text, across, size, face, breaking=True) or ()
    whole = len(lines) <= count
    kept = (
        [*lines[:count]]
        if whole
        else [*lines[: count - 1], _cut(lines[count - 1], across, size, face)]
    )
    # A single sign may be wider than the room: then its line holds nothing but the ellipsis.
    too_wide = [number for number, line in enumerate(kept) if not _fits(line, across, size, face)]
    for number in too_wide:
        kept[number] = _cut(kept[number], across, size, face)
    return Fitted(tuple(kept), size, face, whole=whole and not too_wide)


def fit_alike(
    texts: Sequence[str],
    across: float,
    sizes: Sequence[float],
    *,
    face: Face = Face.REGULAR,
    most_lines: int = 3,
) -> tuple[Fitted, ...]:
    """Set texts that stand below each other: all in the largest size that takes every one."""
    room = (across, height_of(most_lines, sizes[0]))
    size = min(
        (fit(text, room, sizes, face=face, most_lines=most_lines).size for text in texts),
        default=sizes[0],
    )
    return tuple(fit(text, room, (size,), face=face, most_lines=most_lines) for text in texts)


def lines_in(height: float, size: float) -> int:
    """Give the number of lines that a height takes."""
    return int(height / height_of(1, size) + 1e-6)


def wrapped(
    text: str, across: float, size: float, face: Face, *, breaking: bool = False
) -> tuple[str, ...] | None:
    """Break a text into lines, or give None where a word is too wide and must not be broken."""
    limit = across / MM + 1e-6
    lines: list[str] = []
    line = ""
    for piece in _PIECES.findall(text):
        if width((line + piece).rstrip(), size, face) <= limit:
            line += piece
            continue
        if line.strip():
            lines.append(line.strip())
        line = piece.lstrip()
        if width(line, size, face) <= limit:
            continue
        if not breaking:
            return None
        *full, line = _broken(line, limit, size, face)
        lines += full
    if line.strip():
        lines.append(line.strip())
    return tuple(lines)


def _broken(word: str, limit: float, size: float, face: Face) -> list[str]:
    parts = [""]
    for char in word:
        if parts[-1] and width(parts[-1] + char, size, face) > limit:
            parts.append("")
        parts[-1] += char
    return parts


def _balanced(text: str, across: float, size: float, face: Face, count: int) -> tuple[str, ...]:
    best = wrapped(text, across, size, face) or ()
    low, high = across / max(count, 1) * 0.8, across
    for _ in range(6):
        middle = (low + high) / 2
        lines = wrapped(text, middle, size, face)
        if lines is not None and len(lines) <= count:
            best, high = lines, middle
        else:
            low = middle
    return best


def _fits(line: str, across: float, size: float, face: Face) -> bool:
    return width(line, size, face) <= across / MM + 1e-6


def _cut(line: str, across: float, size: float, face: Face) -> str:
    while line and not _fits(line + _ELLIPSIS, across, size, face):
        line = line[:-1].rstrip()
    return line + _ELLIPSIS
