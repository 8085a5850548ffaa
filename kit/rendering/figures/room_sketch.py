"""The room from above: how tables and chairs stand, and what else has a place."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.box import Box
from kit.rendering.figures.shapes import person
from kit.rendering.figures.svg import INK, PAPER, SOFT, TINT, Drawing, Pen
from kit.rendering.figures.text_fit import fit

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Final = {
    "tables": "A room from above with {tables} round tables of {seats} seats.",
    "horseshoe": "A room from above with {chairs} chairs around tables set as a horseshoe.",
    "circle": "A room from above with {chairs} chairs in a circle, one of them the instructor’s.",
    "front": "The screen is in front with a flip chart on each side and the instructor beside it;",
    "front without screen": "Two flip charts are in front, and the instructor between them;",
    "around": "the side walls are free for posters; the door is at the back.",
    "screen": "Screen",
    "flip chart": "Flip chart",
    "instructor": "Instructor",
    "wall": "Wall space for posters",
    "door": "Door",
    "more tables": "+{count} more tables",
    "more table": "+1 more table",
    "more chairs": "+{count} more chairs",
    "more chair": "+1 more chair",
}
"""The words in the figure and of its description, for other languages to replace."""

MOST_TABLES: Final = 8
MOST_SEATS: Final = 12
MOST_CHAIRS: Final = 28
_SIZES: Final = (8.0, 7.5, 7.0, 6.5, 6.0)
_WALL: Final = 0.6
_SIDE: Final = 8.5
_FRONT: Final = 15.0
_BACK: Final = 9.0
_DASH: Final = (2.4, 1.2)
_ROWS: Final = {1: (1,), 2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3), 7: (4, 3), 8: (4, 4)}
_CHAIR: Final = Pen(0.6, INK, fill=PAPER)
_TABLE: Final = Pen(0.75, INK, fill=TINT)

Point = tuple[float, float]


def room_sketch(
    layout: str,
    tables: int,
    at_table: int,
    *,
    screen: bool = True,
    width_mm: float = 110,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw a room set as `tables`, `horseshoe` or `circle`, for `tables` times `at_table` people.

    Tables beyond eight, and chairs beyond those that fit, are told in words.

    Raises:
        ValueError: there is no such layout.
    """
    drawing = Drawing(width_mm, width_mm * 0.5 + 20)
    floor = Box(_SIDE, _FRONT, width_mm - _SIDE, drawing.height - _BACK)
    chairs = tables * at_table
    _draw_walls(drawing, words)
    with drawing.group("seats"):
        if layout == "tables":
            more = _draw_tables(drawing, floor, tables, at_table)
            singular, plural = "more table", "more tables"
        elif layout == "horseshoe":
            more = _draw_horseshoe(drawing, floor, chairs)
            singular, plural = "more chair", "more chairs"
        elif layout == "circle":
            more = _draw_circle(drawing, floor, chairs, words["instructor"])
            singular, plural = "more chair", "more chairs"
        else:
            raise ValueError(f"no room layout {layout!r}")
    _draw_front(drawing, words, screen=screen, with_instructor=layout != "circle")
    if more:
        text = words[singular] if more == 1 else words[plural].format(count=more)
        room = (drawing.width / 2 - _SIDE, 4.0)
        fitted = fit(text, room, _SIZES, most_lines=1)
        at = (_SIDE, drawing.height - _WALL - 1.6 - fitted.height)
        drawing.lines(at, fitted)
    shown = words[layout].format(tables=tables, seats=at_table, chairs=chairs)
    front = words["front" if screen else "front without screen"]
    return drawing.finish("room-sketch", id, f"{shown} {front} {words['around']}")


def _draw_walls(drawing: Drawing, words: Mapping[str, str]) -> None:
    wide, tall = drawing.width, drawing.height
    door = 7.0
    hinge = wide - 12.0
    with drawing.group("walls"):
        drawing.path(
            f"M{hinge - door:.2f} {tall - _WALL:.2f}H{_WALL}V{_WALL}H{wide - _WALL:.2f}"
            f"V{tall - _WALL:.2f}H{hinge:.2f}",
            Pen(1.2),
        )
        drawing.line((hinge, tall - _WALL), (hinge, tall - _WALL - door), Pen(0.75))
        drawing.path(
            f"M{hinge - door:.2f} {tall - _WALL:.2f}"
            f"A{door} {door} 0 0 1 {hinge:.2f} {tall - _WALL - door:.2f}",
            Pen(0.4, SOFT),
        )
        label = fit(words["door"], (14.0, 4.0), _SIZES, most_lines=1)
        drawing.lines((hinge - door - 1.2, tall - _WALL - 1.6 - label.height), label, anchor="end")
        start = tall * 0.27
        end = start + int(tall * 0.58 / sum(_DASH)) * sum(_DASH) + _DASH[0]
        text = fit(words["wall"], (end - start - 2, 4.0), _SIZES, most_lines=1)
        for side in (-1, 1):
            x = 2.2 if side < 0 else wide - 2.2
            drawing.line((x, start), (x, end), Pen(1.6, SOFT, _DASH))
            away = 0.9 if side < 0 else -0.9
            turn = -90.0 if side < 0 else 90.0
            at = (x + away, (start + end) / 2)
            drawing.lines((at[0], at[1]), text, anchor="middle", turn=turn, about=at)


def _draw_front(
    drawing: Drawing, words: Mapping[str, str], *, screen: bool, with_instructor: bool
) -> None:
    middle = drawing.width / 2
    half = drawing.width * 0.15
    room = drawing.width * 0.19
    with drawing.group("front"):
        if screen:
            drawing.rect(middle - half, 2.0, 2 * half, 1.3, Pen(0.6, fill=INK))
            label = fit(words["screen"], (2 * half, 4.0), _SIZES, most_lines=1)
            drawing.lines((middle, 3.8), label, anchor="middle")
        for side in (-1, 1):
            x = middle + side * drawing.width * 0.335
            drawing.polygon(
                [(x - 3, 3.4), (x + 3, 3.4), (x + 2.4, 2.2), (x - 2.4, 2.2)], Pen(0.6, fill=PAPER)
            )
            label = fit(words["flip chart"], (room, 4.0), _SIZES, most_lines=1)
            drawing.lines((x, 3.8), label, anchor="middle")
        if with_instructor:
            at = (middle - drawing.width * 0.2, 10.6)
            person(drawing, at, 5.4)
            label = fit(words["instructor"], (drawing.width * 0.22, 4.0), _SIZES, most_lines=1)
            drawing.lines((at[0] + 2.6, at[1] - label.height / 2 + 0.6), label)


def _draw_tables(drawing: Drawing, floor: Box, tables: int, at_table: int) -> int:
    shown = max(1, min(tables, MOST_TABLES))
    rows = _ROWS[shown]
    tall = floor.height / len(rows)
    # One size for all, so that a row of three stands like the row of two behind it.
    cell = min(tall, floor.width / max(rows))
    for row, count in enumerate(rows):
        for place in range(count):
            x = floor.left + floor.width * (place + 0.5) / count
            if len(rows) > 1 and count < max(rows):
                x = (floor.left + floor.right) / 2 + (place - (count - 1) / 2) * (
                    floor.width / max(rows)
                )
            _draw_table(drawing, (x, floor.top + tall * (row + 0.5)), cell, at_table)
    return max(0, tables - shown)


def _draw_table(drawing: Drawing, center: Point, cell: float, seats: int) -> None:
    radius = min(cell * 0.26, 6.4)
    chair = min(radius * 0.29, 1.6)
    shown = max(1, min(seats, MOST_SEATS))
    # Few seats leave the side towards the screen open, so that nobody turns their back to it.
    arc = 1.4 * pi if shown <= 6 else 2 * pi  # noqa: PLR2004
    for seat in range(shown):
        if shown == 1:
            angle = pi / 2
        elif arc < 2 * pi:
            angle = pi / 2 - arc / 2 + arc * seat / (shown - 1)
        else:
            angle = pi / 2 + arc * seat / shown
        reach = radius + chair + 0.55
        drawing.circle(
            (center[0] + reach * cos(angle), center[1] + reach * sin(angle)), chair, _CHAIR
        )
    drawing.circle(center, radius, _TABLE)


def _draw_horseshoe(drawing: Drawing, floor: Box, chairs: int) -> int:
    shown = max(1, min(chairs, MOST_CHAIRS))
    middle = (floor.left + floor.right) / 2
    half = min(floor.width * 0.36, 40.0)
    band, chair = min(4.2, half * 0.13), min(1.5, floor.height / shown)
    top, bottom = floor.top + 2.0, floor.bottom - 2 * chair - 1.2
    left, right = middle - half, middle + half
    drawing.polygon(
        [
            (left, top),
            (left + band, top),
            (left + band, bottom - band),
            (right - band, bottom - band),
            (right - band, top),
            (right, top),
            (right, bottom),
            (left, bottom),
        ],
        _TABLE,
    )
    away = chair + 0.7
    sides, back = bottom - top, right - left
    # Chairs stand along the outside: down the left, along the back, up the right.
    path = 2 * sides + back
    for seat in range(shown):
        along = path * (seat + 0.5) / shown
        if along < sides:
            at = (left - away, top + along)
        elif along < sides + back:
            at = (left + along - sides, bottom + away)
        else:
            at = (right + away, bottom - (along - sides - back))
        drawing.circle(at, chair, _CHAIR)
    return max(0, chairs - shown)


def _draw_circle(drawing: Drawing, floor: Box, chairs: int, instructor: str) -> int:
    shown = max(1, min(chairs, MOST_CHAIRS))
    center = ((floor.left + floor.right) / 2, (floor.top + floor.bottom) / 2 - 0.5)
    radius = floor.height / 2 - 0.8
    chair = min(1.7, radius * pi / (shown + 1) * 0.7)
    for seat in range(shown + 1):
        angle = -pi / 2 + 2 * pi * seat / (shown + 1)
        at = (center[0] + radius * cos(angle), center[1] + radius * sin(angle))
        drawing.circle(at, chair, Pen(0.6, fill=INK) if seat == 0 else _CHAIR)
    label = fit(instructor, (radius * 1.2, 4.0), _SIZES, most_lines=1)
    inner = radius - chair - 0.7
    # As near to the instructor's chair as the chairs beside it allow.
    up = sqrt(max(0.0, inner**2 - (label.width / 2) ** 2))
    drawing.lines((center[0], center[1] - up), label, anchor="middle")
    return max(0, chairs - shown)
