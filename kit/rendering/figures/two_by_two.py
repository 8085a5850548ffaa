"""Four fields between two axes, to place things in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from kit.rendering.figures.svg import INK, SOFT, Drawing, Pen, plain
from kit.rendering.figures.text_fit import Fitted, fit, height_of
from kit.rendering.figures.text_width import Face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Final = {
    "grid": "A grid of four fields to place things in.",
    "across": "From left to right: {title}, from {low} to {high}.",
    "up": "From bottom to top: {title}, from {low} to {high}.",
    "fields": "The fields: top left {0}, top right {1}, bottom left {2}, bottom right {3}.",
}
"""The words of the description, for other languages to replace."""

_TITLE_SIZES: Final = (10.0, 9.5, 9.0, 8.0, 7.0)
_END_SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0)
_FIELD_SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0)
_BESIDE: Final = 13.5
"""Room for an axis's words, two lines of them."""
_BEYOND: Final = 3.5
"""How far the arrows reach beyond the fields."""
_INSET: Final = 3.0


class Axis(Protocol):
    """What an axis says."""

    @property
    def title(self) -> str:
        """What it measures."""

    @property
    def low(self) -> str:
        """Its near end."""

    @property
    def high(self) -> str:
        """Its far end."""


def two_by_two(
    across: Axis,
    up: Axis,
    fields: Sequence[str] | None = None,
    *,
    width_mm: float = 178,
    height_mm: float = 110,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw the grid; `fields` are named top left, top right, bottom left, bottom right."""
    drawing = Drawing(width_mm, height_mm)
    left, bottom = _BESIDE, height_mm - _BESIDE
    right, top = width_mm - _BEYOND, _BEYOND
    middle, level = (left + right) / 2, (top + bottom) / 2
    with drawing.group("fields"):
        inner = Pen(0.5, SOFT, (2.2, 1.6))
        drawing.line((middle, bottom), (middle, top), inner)
        drawing.line((left, level), (right, level), inner)
        drawing.path(f"M{left:.2f} {top:.2f}H{right:.2f}V{bottom:.2f}", Pen(0.35, SOFT))
        room = (middle - left - 2 * _INSET, (level - top) / 2.5)
        for place, name in enumerate(fields or ()):
            _draw_field(drawing, name, place, (left, middle, right), (top, level, bottom), room)
    with drawing.group("axes"):
        _draw_arrow(drawing, (left, bottom), (width_mm - 0.6, bottom))
        _draw_arrow(drawing, (left, bottom), (left, 0.6))
        _draw_axis_words(drawing, across, (left, right), bottom, turned=False)
        _draw_axis_words(drawing, up, (top, bottom), left, turned=True)
    return drawing.finish("two-by-two", id, _description(across, up, fields, words))


def _draw_field(
    drawing: Drawing,
    name: str,
    place: int,
    columns: tuple[float, float, float],
    rows: tuple[float, float, float],
    room: tuple[float, float],
) -> None:
    at_right, below = place % 2 == 1, place >= 2  # noqa: PLR2004 - the second row's first
    fitted = fit(plain(name).upper(), room, _FIELD_SIZES, face=Face.SEMIBOLD, most_lines=3)
    x = columns[2] - _INSET if at_right else columns[0] + _INSET
    y = rows[2] - _INSET + 0.6 - fitted.height if below else rows[0] + _INSET - 0.6
    drawing.lines((x, y), fitted, anchor="end" if at_right else "start", color=SOFT)


def _draw_arrow(drawing: Drawing, start: tuple[float, float], end: tuple[float, float]) -> None:
    drawing.line(start, end, Pen(0.9))
    tip, wing = 2.4, 1.1
    if start[1] == end[1]:
        points = [end, (end[0] - tip, end[1] - wing), (end[0] - tip, end[1] + wing)]
    else:
        points = [end, (end[0] - wing, end[1] + tip), (end[0] + wing, end[1] + tip)]
    drawing.polygon(points, Pen(0.35, fill=INK))


def _draw_axis_words(
    drawing: Drawing, axis: Axis, ends: tuple[float, float], line: float, *, turned: bool
) -> None:
    """Set low, title and high along an axis: below it, or turned to its left."""
    start, end = ends
    length = end - start
    tall = _BESIDE - 2.0
    texts = (
        ("start", start, fit(axis.low, (length * 0.24, tall), _END_SIZES)),
        (
            "middle",
            (start + end) / 2,
            fit(axis.title, (length * 0.46, tall), _TITLE_SIZES, face=Face.SEMIBOLD),
        ),
        ("end", end, fit(axis.high, (length * 0.24, tall), _END_SIZES)),
    )
    first = max(height_of(1, fitted.size) for _, _, fitted in texts)
    for anchor, along, fitted in texts:
        down = 1.6 + (first - height_of(1, fitted.size)) * 0.8
        if turned:
            _draw_upwards(drawing, fitted, anchor, (start + end - along, line), down)
        else:
            drawing.lines((along, line + down), fitted, anchor=anchor)


def _draw_upwards(
    drawing: Drawing, fitted: Fitted, anchor: str, at: tuple[float, float], away: float
) -> None:
    """Set lines that read upwards, the last of them nearest to the axis."""
    y, line = at
    left = line - away - fitted.height
    for baseline, words in zip(fitted.baselines, fitted.lines, strict=True):
        drawing.text(
            (left + baseline, y), words, fitted.size, anchor=anchor, face=fitted.face, turn=-90
        )


def _description(
    across: Axis, up: Axis, fields: Sequence[str] | None, words: Mapping[str, str]
) -> str:
    said = [words["grid"]]
    for name, axis in (("across", across), ("up", up)):
        said.append(
            words[name].format(title=plain(axis.title), low=plain(axis.low), high=plain(axis.high))
        )
    if fields:
        said.append(words["fields"].format(*map(plain, fields)))
    return " ".join(said)
