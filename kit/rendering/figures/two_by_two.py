"""Four fields between two axes, to place things in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from kit.rendering.figures.label import plain
from kit.rendering.figures.svg import INK, SOFT, Drawing, Pen
from kit.rendering.figures.text_fit import Fitted, fit
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
_LARGE_SIZES: Final = (20.0, 19.0, 18.0)
_LARGE_DEPTH: Final = 30.0
_WORDS_DEPTH: Final = 12.0
"""The most that an axis's words take beside it."""
_FROM_AXIS: Final = 1.6
_TRACKING: Final = 0.05
"""Space between capitals, in type sizes."""
_WIDENED: Final = 1.12
"""How much wider that makes a text, at most."""
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
    large: bool = False,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw the grid; `fields` are named top left, top right, bottom left, bottom right."""
    below = _axis_words(across, width_mm - _WORDS_DEPTH - _BEYOND, large=large)
    beside = _axis_words(up, height_mm - _WORDS_DEPTH - _BEYOND, large=large)
    drawing = Drawing(width_mm, height_mm)
    left, bottom = _depth(beside), height_mm - _depth(below)
    right, top = width_mm - _BEYOND, _BEYOND
    middle, level = (left + right) / 2, (top + bottom) / 2
    with drawing.group("fields"):
        inner = Pen(0.5, SOFT, (2.2, 1.6))
        drawing.line((middle, bottom), (middle, top), inner)
        drawing.line((left, level), (right, level), inner)
        drawing.path(f"M{left:.2f} {top:.2f}H{right:.2f}V{bottom:.2f}", Pen(0.35, SOFT))
        room = ((middle - left - 2 * _INSET) / _WIDENED, (level - top) / 2.5)
        corners = ((left, top), (right, top), (left, bottom), (right, bottom))
        for name, corner in zip(fields or (), corners, strict=False):
            fitted = fit(
                plain(name).upper(),
                room,
                _LARGE_SIZES if large else _FIELD_SIZES,
                face=Face.SEMIBOLD,
            )
            _draw_field(drawing, fitted, corner, (corner[0] < middle, corner[1] < level))
    with drawing.group("axes"):
        _draw_arrow(drawing, (left, bottom), (width_mm - 0.6, bottom))
        _draw_arrow(drawing, (left, bottom), (left, 0.6))
        _draw_across(drawing, below, (left, right), bottom)
        _draw_upwards(drawing, beside, (top, bottom), left)
    return drawing.finish("two-by-two", id, _description(across, up, fields, words))


def _draw_field(
    drawing: Drawing, fitted: Fitted, corner: tuple[float, float], near: tuple[bool, bool]
) -> None:
    """Set a field's name into its corner; `near`: at the left, at the top."""
    at_left, at_top = near
    x = corner[0] + (_INSET if at_left else -_INSET)
    y = corner[1] + (_INSET - 0.6 if at_top else 0.6 - _INSET - fitted.height)
    anchor = "start" if at_left else "end"
    drawing.lines((x, y), fitted, anchor=anchor, color=SOFT, tracking=_TRACKING)


def _draw_arrow(drawing: Drawing, start: tuple[float, float], end: tuple[float, float]) -> None:
    drawing.line(start, end, Pen(0.9))
    tip, wing = 2.4, 1.1
    if start[1] == end[1]:
        points = [end, (end[0] - tip, end[1] - wing), (end[0] - tip, end[1] + wing)]
    else:
        points = [end, (end[0] - wing, end[1] + tip), (end[0] + wing, end[1] + tip)]
    drawing.polygon(points, Pen(0.35, fill=INK))


def _axis_words(axis: Axis, length: float, *, large: bool) -> tuple[Fitted, Fitted, Fitted]:
    """Fit low, title and high side by side."""
    depth = (_LARGE_DEPTH if large else _WORDS_DEPTH) - _FROM_AXIS
    ends, middle = (length * 0.25, depth), (length * 0.46, depth)
    end_sizes = _LARGE_SIZES if large else _END_SIZES
    return (
        fit(axis.low, ends, end_sizes),
        fit(axis.title, middle, _LARGE_SIZES if large else _TITLE_SIZES, face=Face.SEMIBOLD),
        fit(axis.high, ends, end_sizes),
    )


def _depth(words: tuple[Fitted, ...]) -> float:
    first = _baseline(words)
    return _FROM_AXIS + 0.4 + max(first - each.baselines[0] + each.height for each in words)


def _baseline(words: tuple[Fitted, ...]) -> float:
    """Give the first baseline that all three share."""
    return max(fitted.baselines[0] for fitted in words)


_ANCHORS: Final = ("start", "middle", "end")


def _draw_across(
    drawing: Drawing, words: tuple[Fitted, ...], ends: tuple[float, float], line: float
) -> None:
    stops = (ends[0], sum(ends) / 2, ends[1])
    for anchor, x, fitted in zip(_ANCHORS, stops, words, strict=True):
        top = line + _FROM_AXIS + _baseline(words) - fitted.baselines[0]
        drawing.lines((x, top), fitted, anchor=anchor)


def _draw_upwards(
    drawing: Drawing, words: tuple[Fitted, ...], ends: tuple[float, float], line: float
) -> None:
    """Set the words to read upwards, the last lines of all three nearest to the axis."""
    stops = (ends[1], sum(ends) / 2, ends[0])
    for anchor, y, fitted in zip(_ANCHORS, stops, words, strict=True):
        left = line - _FROM_AXIS + 0.4 - fitted.height
        for baseline, text in zip(fitted.baselines, fitted.lines, strict=True):
            at = (left + baseline, y)
            drawing.text(at, text, fitted.size, anchor=anchor, face=fitted.face, turn=-90)


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
