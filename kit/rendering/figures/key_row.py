"""A key: signs with their meanings, side by side below a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.label import plain
from kit.rendering.figures.text_fit import Fitted, fit, height_of
from kit.rendering.figures.text_width import MM, width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.rendering.figures.svg import Drawing

KEY_SIZES: Final = (9.0, 8.5, 8.0)
_GAPS: Final = (8.0, 6.0, 4.5)
_TO_TEXT: Final = 1.6
_ROW_GAP: Final = 1.4
_LINES: Final = 3


@dataclass(frozen=True)
class KeyEntry:
    """The place of a sign's left edge and of its row's middle, and its fitted meaning."""

    left: float
    middle: float
    fitted: Fitted


@dataclass(frozen=True)
class Key:
    """Placed entries, and the size of their signs."""

    entries: tuple[KeyEntry, ...]
    sign: tuple[float, float]
    height: float


def lay_out_key(
    meanings: Sequence[str],
    sign: tuple[float, float],
    across: float,
    *,
    centered: bool = False,
    sizes: Sequence[float] = KEY_SIZES,
) -> Key:
    """Set the meanings in one row if they fit, else in as few rows as can be."""
    if not meanings:
        return Key((), sign, 0.0)
    for size in sizes:
        for gap in _GAPS:
            used = sum(sign[0] + _TO_TEXT + width(plain(each), size) * MM for each in meanings)
            if used + gap * (len(meanings) - 1) <= across:
                return _placed(meanings, sign, across, size, gap, centered=centered)
    return _placed(meanings, sign, across, sizes[-1], _GAPS[-1], centered=centered)


def _placed(
    meanings: Sequence[str],
    sign: tuple[float, float],
    across: float,
    size: float,
    gap: float,
    *,
    centered: bool,
) -> Key:
    room = (across - sign[0] - _TO_TEXT, height_of(_LINES, size))
    fitted = [fit(each, room, (size,), most_lines=_LINES) for each in meanings]
    widths = [sign[0] + _TO_TEXT + each.width for each in fitted]
    entries: list[KeyEntry] = []
    top, start = 0.0, 0
    for row in _rows(widths, gap, across):
        inside = range(start, start + row)
        start += row
        tall = max(sign[1], *(fitted[place].height for place in inside))
        used = sum(widths[place] for place in inside) + gap * (row - 1)
        left = max(0.0, across - used) / 2 if centered else 0.0
        for place in inside:
            entries.append(KeyEntry(left, top + tall / 2, fitted[place]))
            left += widths[place] + gap
        top += tall + _ROW_GAP
    return Key(tuple(entries), sign, top - _ROW_GAP)


def _rows(widths: Sequence[float], gap: float, across: float) -> list[int]:
    """Give how many entries each row takes: as few rows as can be, of about one length."""
    fewest = len(_flowed(widths, gap, across))
    limit = across
    while limit > 1 and len(_flowed(widths, gap, limit - 1)) == fewest:
        limit -= 1
    return _flowed(widths, gap, limit)


def _flowed(widths: Sequence[float], gap: float, limit: float) -> list[int]:
    rows, used = [0], 0.0
    for each in widths:
        if rows[-1] and used + gap + each > limit + 0.01:
            rows.append(0)
        used = used + gap + each if rows[-1] else each
        rows[-1] += 1
    return rows


def draw_key(
    drawing: Drawing,
    key: Key,
    top: float,
    draw_sign: Callable[[int, tuple[float, float]], None],
) -> None:
    """Draw the key; `draw_sign` draws the n-th sign around a point."""
    with drawing.group("key"):
        for place, entry in enumerate(key.entries):
            middle = top + entry.middle
            draw_sign(place, (entry.left + key.sign[0] / 2, middle))
            text_left = entry.left + key.sign[0] + _TO_TEXT
            drawing.lines((text_left, middle - entry.fitted.height / 2), entry.fitted)
