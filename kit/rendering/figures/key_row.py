"""A key: signs with their meanings, side by side below a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.svg import MM, Drawing, plain
from kit.rendering.figures.text_fit import Fitted, fit, height_of
from kit.rendering.figures.text_width import width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0)
_TO_TEXT: Final = 1.6
_BETWEEN: Final = 7.0
_LINES: Final = 4


@dataclass(frozen=True)
class KeyEntry:
    """A sign's place and its fitted meaning."""

    left: float
    fitted: Fitted


def lay_out_key(meanings: Sequence[str], sign: float, across: float) -> tuple[KeyEntry, ...]:
    """Set the meanings in one row; each gets a share of the width by the length of its text."""
    if not meanings:
        return ()
    room = across - len(meanings) * (sign + _TO_TEXT) - (len(meanings) - 1) * _BETWEEN
    natural = [max(width(plain(text), _SIZES[0]) * MM, 1.0) for text in meanings]
    if sum(natural) <= room:
        shares = natural
    else:
        # No text needs more than the room of one line over all, nor gets less than its even part.
        even = room / len(meanings)
        short = [min(text, even) for text in natural]
        spare = (room - sum(short)) / sum(max(0.0, text - even) for text in natural)
        shares = [
            least + max(0.0, text - even) * spare
            for least, text in zip(short, natural, strict=True)
        ]
    size = next(
        (
            size
            for size in _SIZES
            if all(
                fit(text, (share + 0.05, height_of(_LINES, size)), (size,), most_lines=_LINES).whole
                for text, share in zip(meanings, shares, strict=True)
            )
        ),
        _SIZES[-1],
    )
    fitted = [
        fit(text, (share + 0.05, height_of(_LINES, size)), (size,), most_lines=_LINES)
        for text, share in zip(meanings, shares, strict=True)
    ]
    used = sum(each.width + sign + _TO_TEXT for each in fitted) + (len(fitted) - 1) * _BETWEEN
    left = max(0.0, (across - used) / 2)
    entries = []
    for each in fitted:
        entries.append(KeyEntry(left, each))
        left += sign + _TO_TEXT + each.width + _BETWEEN
    return tuple(entries)


def key_height(entries: Sequence[KeyEntry], sign: float) -> float:
    """Give the height of the row."""
    return max((max(entry.fitted.height, sign) for entry in entries), default=0.0)


def draw_key(
    drawing: Drawing,
    entries: Sequence[KeyEntry],
    top: float,
    sign: float,
    draw_sign: Callable[[int, tuple[float, float]], None],
    *,
    tall: float | None = None,
) -> None:
    """Draw the row; `draw_sign` draws the n-th sign, `sign` wide, around a point."""
    tall = key_height(entries, sign if tall is None else tall)
    with drawing.group("key"):
        for place, entry in enumerate(entries):
            middle = top + tall / 2
            draw_sign(place, (entry.left + sign / 2, middle))
            drawing.lines(
                (entry.left + sign + _TO_TEXT, middle - entry.fitted.height / 2), entry.fitted
            )
