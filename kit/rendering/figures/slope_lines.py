"""Where the lines of a before-and-now plot run, and where their numbers stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.box import Box
from kit.rendering.figures.svg import INK, PAPER, Pen, point
from kit.rendering.figures.text_width import MM, Face, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kit.rendering.figures.svg import Drawing

_NUMBER_SIZE: Final = 7.5
"""Of the number of people on a line, in points."""
_BETWEEN: Final = 0.16
"""Paper between lines that meet at a value."""
_THINNEST: Final = 0.18
_A_PERSON: Final = 0.4
"""The most that one person's line weighs, in millimetres."""
_DASH, _SPACE = 1.5, 0.9
"""Of a falling line, to which a heavy one adds a part of its weight."""
_GREY: Final = "#737373"
_AIR: Final = 0.8
"""Around a number, free of other lines where that can be."""
_STOPS: Final = (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75, 0.18, 0.82)
"""Where along its line a number may stand, the best first."""


@dataclass(frozen=True)
class SlopeLine:
    """All who answered alike: their answers, their number, and their line in millimetres."""

    before: int
    now: int
    people: int
    start: tuple[float, float]
    end: tuple[float, float]
    weight: float

    def at(self, share: float) -> tuple[float, float]:
        """Give the point that lies so far along the line."""
        return (
            self.start[0] + (self.end[0] - self.start[0]) * share,
            self.start[1] + (self.end[1] - self.start[1]) * share,
        )


def slope_lines(
    pairs: Iterable[tuple[int, int, int]],
    ends: tuple[float, float],
    level: Callable[[float], float],
    step: float,
) -> tuple[SlopeLine, ...]:
    """Lay out the lines between two axes; their weights are in proportion to the people.

    `level` gives the height of a value and `step` the distance of two: all lines that meet at a
    value keep clear of those that meet at the next.
    """
    people: Counter[tuple[int, int]] = Counter()
    for before, now, count in pairs:
        if count > 0:
            people[before, now] += count
    each = min(0.9 * step / max(people.total(), 1), _A_PERSON)
    weights = {pair: max(count * each, _THINNEST) for pair, count in people.items()}
    starts = _side_by_side(weights, 0, level)
    stops = _side_by_side(weights, 1, level)
    return tuple(
        SlopeLine(
            *pair,
            people[pair],
            (ends[0], starts[pair]),
            (ends[1], stops[pair]),
            weights[pair],
        )
        for pair in sorted(people)
    )


def _side_by_side(
    weights: dict[tuple[int, int], float], side: int, level: Callable[[float], float]
) -> dict[tuple[int, int], float]:
    """Give each line's height at one axis: those of a value in the order of their other ends.

    The line of those who did not change keeps to its value, and so runs level.
    """
    heights: dict[tuple[int, int], float] = {}
    for value in {pair[side] for pair in weights}:
        meeting = sorted((p for p in weights if p[side] == value), key=lambda p: -p[1 - side])
        above = [weights[pair] + _BETWEEN for pair in meeting if pair[1 - side] > value]
        if (value, value) in weights:
            top = level(value) - weights[value, value] / 2 - sum(above)
        else:
            whole = sum(weights[pair] + _BETWEEN for pair in meeting) - _BETWEEN
            top = level(value) - whole / 2
        for pair in meeting:
            heights[pair] = top + weights[pair] / 2
            top += weights[pair] + _BETWEEN
    return heights


def draw_slope_lines(
    drawing: Drawing, lines: Sequence[SlopeLine], color: str | None = None
) -> None:
    """Draw the lines, light ones upon heavy ones, and the numbers upon them.

    Rising lines are dark, level ones grey, falling ones dashed. Each is a ribbon that is cut
    upright, so that it ends flush with its axes however heavy and steep it is.
    """
    places = _number_places(lines)
    for line in sorted(lines, key=lambda line: (-line.weight, line.before, line.now)):
        fill = color or (_GREY if line.now == line.before else INK)
        own = next((box for numbered, box in places if numbered is line), None)
        data = "".join(_ribbon(line, *stops) for stops in _dashes(line, own))
        drawing.path(data, Pen(0, "none", fill=fill))
    for line, box in places:
        drawing.rect(box.left, box.top, box.width, box.height, Pen(0, "none", fill=PAPER), round_=1)
        at = ((box.left + box.right) / 2, (box.top + box.bottom) / 2 + _NUMBER_SIZE * MM * 0.33)
        drawing.text(at, str(line.people), _NUMBER_SIZE, anchor="middle", face=Face.SEMIBOLD)


def _dashes(line: SlopeLine, number: Box | None) -> Iterator[tuple[float, float]]:
    """Give the drawn parts of a line: all of it, or dashes that spare its number."""
    if line.now >= line.before:
        yield 0.0, 1.0
        return
    long = hypot(line.end[0] - line.start[0], line.end[1] - line.start[1])
    dash, space = _DASH + line.weight * 0.6, _SPACE + line.weight * 0.25
    count = max(2, round((long + space) / (dash + space)))
    stride = (long + space) / count
    for place in range(count):
        start, end = place * stride / long, (place * stride + stride - space) / long
        touched = number and line.at(start)[0] < number.right and line.at(end)[0] > number.left
        if not touched:
            yield start, end


def _ribbon(line: SlopeLine, start: float, end: float) -> str:
    half = line.weight / 2
    (left, first), (right, last) = line.at(start), line.at(end)
    corners = (
        (left, first - half),
        (right, last - half),
        (right, last + half),
        (left, first + half),
    )
    return f"M{'L'.join(map(point, corners))}Z"


def _number_places(lines: Sequence[SlopeLine]) -> tuple[tuple[SlopeLine, Box], ...]:
    """Give the lines of more than one person whose number has a clear place, and the place."""
    placed: list[tuple[SlopeLine, Box]] = []
    for line in sorted(lines, key=lambda line: (-line.people, line.before, line.now)):
        if line.people == 1:
            continue
        free = [
            (_crossed(_with_air(box), line, lines), rank, box)
            for rank, box in enumerate(_boxes(line))
            if not any(box.overlaps(other) for _, other in placed)
            and _crossed(box, line, lines) <= line.weight / 3
        ]
        if free:
            placed.append((line, min(free, key=lambda place: place[:2])[2]))
    return tuple(placed)


def _boxes(line: SlopeLine) -> tuple[Box, ...]:
    across = width(str(line.people), _NUMBER_SIZE, Face.SEMIBOLD) * MM / 2 + 0.45
    down = _NUMBER_SIZE * MM / 2 + 0.1
    return tuple(Box(x - across, y - down, x + across, y + down) for x, y in map(line.at, _STOPS))


def _with_air(box: Box) -> Box:
    return Box(box.left - _AIR, box.top - _AIR, box.right + _AIR, box.bottom + _AIR)


def _crossed(box: Box, own: SlopeLine, lines: Sequence[SlopeLine]) -> float:
    """Give how much of other lines a number would hide."""
    hidden = 0.0
    for line in lines:
        if line is own:
            continue
        run = line.end[0] - line.start[0]
        heights = [line.at((x - line.start[0]) / run)[1] for x in (box.left, box.right)]
        half = line.weight / 2
        if min(heights) - half < box.bottom and max(heights) + half > box.top:
            hidden += line.weight
    return hidden
