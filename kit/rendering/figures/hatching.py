"""Patterns that tell surfaces apart on a photocopy, as plain lines cut to a rectangle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.rendering.figures.svg import PAPER, SOFT, Drawing, Pen, point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.rendering.figures.box import Box

PATTERNS: Final = ("plenary", "solo", "pairs", "triads", "tables")
"""The groupings that have a pattern: white, dots, rising lines, upright lines, a net."""
_PEN: Final = Pen(0.5, SOFT)
_DOTS: Final = Pen(1.1, SOFT)
"""Dots are dashes as long as they are wide: one path of them is drawn in no time."""
_STEP: Final = 1.45


def draw_pattern(drawing: Drawing, grouping: str, box: Box) -> None:
    """Fill a rectangle with the pattern of a grouping; an unknown one stays white."""
    drawing.rect(box.left, box.top, box.width, box.height, Pen(0, "none", fill=PAPER))
    if grouping == "solo":
        _stroke(drawing, _dots(box), _DOTS)
    if grouping == "triads":
        _stroke(drawing, _upright(box, _STEP * 0.8))
    if grouping in ("pairs", "tables"):
        _stroke(drawing, _slanted(box, _STEP, rising=True))
    if grouping == "tables":
        _stroke(drawing, _slanted(box, _STEP, rising=False))


def draw_hatching(drawing: Drawing, box: Box, step: float, pen: Pen, *, crossed: bool) -> None:
    """Draw rising lines in a rectangle, `step` apart, or a net of them."""
    _stroke(drawing, _slanted(box, step, rising=True), pen)
    if crossed:
        _stroke(drawing, _slanted(box, step, rising=False), pen)


Line = tuple[tuple[float, float], tuple[float, float]]


def _stroke(drawing: Drawing, lines: Iterator[Line], pen: Pen = _PEN) -> None:
    data = "".join(f"M{point(start)}L{point(end)}" for start, end in lines)
    if data:
        drawing.path(data, pen)


def _dots(box: Box) -> Iterator[Line]:
    rows = max(1, int(box.height / 1.3))
    for row in range(rows):
        y = box.top + box.height * (row + 0.5) / rows
        x = box.left + (0.55 if row % 2 else 1.2)
        while x < box.right - 0.3:
            yield (x - 0.19, y), (x + 0.19, y)
            x += 1.3


def _upright(box: Box, step: float) -> Iterator[Line]:
    count = int(box.width / step)
    for place in range(count):
        x = box.left + box.width * (place + 0.5) / count
        yield (x, box.top), (x, box.bottom)


def _slanted(box: Box, step: float, *, rising: bool) -> Iterator[Line]:
    """Give lines at 45 degrees, cut at the rectangle's edges."""
    across = step * 2**0.5
    offset = across / 2
    while offset < box.width + box.height:
        # Along the line x + y = offset, from the lower edge to the upper one.
        low = max(0.0, offset - box.height)
        high = min(box.width, offset)
        if high - low > 0.05:  # noqa: PLR2004 - a shorter one would print as a speck
            start = (low, offset - low)
            end = (high, offset - high)
            if not rising:
                start, end = (low, box.height - start[1]), (high, box.height - end[1])
            yield (
                (box.left + start[0], box.top + start[1]),
                (box.left + end[0], box.top + end[1]),
            )
        offset += across
