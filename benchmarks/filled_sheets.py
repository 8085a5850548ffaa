"""Forms filled in by nobody: writers with pens and habits, on the blanks of real forms.

Every choice comes from one generator of random numbers, so that a seed gives the same sheets. What
each row was meant to say is known, so that what was read can be held against it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.instrument.form_map import Box, FormMap, WritingArea

DPI = 300
PER_MM = DPI / 25.4
_FINER = 3
"""Strokes are drawn at three times the fineness of the page."""
_AROUND = 4.5
"""Millimeters around a box that a mark may reach."""
HABITS = {"cross": 0.40, "tick": 0.32, "fill": 0.12, "dot": 0.06, "dash": 0.04, "slash": 0.06}
ORDINARY = {
    "mark": 0.950, "blank": 0.020, "fill-correction": 0.006, "scribble-correction": 0.004,
    "double": 0.004, "erased-and-new": 0.004, "erased": 0.002, "off": 0.008, "circle": 0.002,
}  # fmt: skip
"""What ordinary writers do with a row, and how often."""
CORRECTING = {
    "mark": 0.58, "blank": 0.02, "fill-correction": 0.12, "scribble-correction": 0.10,
    "double": 0.08, "erased-and-new": 0.07, "erased": 0.03,
}  # fmt: skip
CIRCLING = {"circle": 0.95, "blank": 0.05}
STRAYING = {**ORDINARY, "mark": 0.83, "off": 0.06, "stray": 0.068}


@dataclass(frozen=True)
class Pen:
    """How dark it writes (1 is black), how wide in millimeters, and how broken its line is."""

    ink: float
    width: float
    grain: float = 0.0


@dataclass(frozen=True)
class Meant:
    """What a row was meant to say: None where nothing, and how it was put down."""

    value: str | None
    how: str


@dataclass
class FilledSheet:
    """The pages of one filled form at 300 dots an inch, and the truth about its rows."""

    form_map: FormMap
    pages: list[Any]
    rows: dict[str, Meant] = field(default_factory=dict)
    written: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Manners:
    """What the writers of a stack are like. `unlike` are hands that nothing was tuned for."""

    rows: dict[str, float] = field(default_factory=lambda: dict(ORDINARY))
    pens: str = "ordinary"
    comments: float = 0.5
    strays: float = 0.0
    unlike: bool = False


def a_pen(rng: np.random.Generator, kind: str) -> Pen:
    if kind == "faint":
        return Pen(rng.uniform(0.20, 0.38), rng.uniform(0.35, 0.6), 0.35)
    if kind == "pale":
        return Pen(rng.uniform(0.42, 0.60), rng.uniform(0.18, 0.32), 0.05)
    chance = rng.random()
    if chance < 0.70:
        return Pen(rng.uniform(0.65, 0.98), rng.uniform(0.28, 0.55), 0.03)
    if chance < 0.85:
        return Pen(rng.uniform(0.50, 0.75), rng.uniform(0.40, 0.70), 0.30)
    if chance < 0.95:
        return Pen(rng.uniform(0.80, 1.00), rng.uniform(0.60, 1.00), 0.0)
    return Pen(rng.uniform(0.42, 0.60), rng.uniform(0.25, 0.40), 0.05)


def filled_sheet(
    rng: np.random.Generator,
    form_map: FormMap,
    blanks: list[Any],
    manners: Manners,
    left_out: frozenset[int] = frozenset(),
) -> FilledSheet:
    """Fill in one form as one writer would; on the pages left out, no words."""
    sheet = FilledSheet(form_map, [blank.copy() for blank in blanks])
    pen = a_pen(rng, manners.pens)
    habit = _choose(rng, HABITS)
    size = rng.uniform(0.35, 0.8) if manners.unlike else rng.uniform(0.55, 1.15)
    for name in dict.fromkeys(box.field for box in form_map.boxes):
        boxes = [box for box in form_map.boxes if box.field == name]
        how = _choose(rng, manners.rows)
        page = sheet.pages[boxes[0].page - 1]
        value = _fill_row(rng, page, boxes, how, habit, pen, size)
        sheet.rows[boxes[0].field] = Meant(value, how)
    for area in form_map.areas:
        write = bool(rng.random() < manners.comments)
        sheet.written[area.field] = write
        if write and area.page not in left_out:
            _scrawl(rng, sheet.pages[area.page - 1], area, pen)
    for page in sheet.pages:
        if rng.random() < manners.strays:
            _stray(rng, page, pen)
    return sheet


def _choose(rng: np.random.Generator, chances: dict[str, float]) -> str:
    names = list(chances)
    weights = np.array([chances[name] for name in names])
    return names[int(rng.choice(len(names), p=weights / weights.sum()))]


def _fill_row(
    rng: np.random.Generator,
    page: Any,
    boxes: list[Box],
    how: str,
    habit: str,
    pen: Pen,
    size: float,
) -> str | None:
    """Put one row down, and say what was meant by it."""
    first, second = (int(each) for each in rng.choice(len(boxes), 2, replace=False))
    box, other = boxes[first], boxes[second]
    # Now and then a hand does otherwise; but nobody fills a box by the way.
    own = habit if rng.random() < 0.93 else _choose(rng, {**HABITS, "fill": 0})
    crossing = own if own != "fill" else "cross"
    mark = lambda at, kind, ink=pen: _mark(rng, page, at, kind, ink, size)  # noqa: E731
    match how:
        case "blank":
            return None
        case "stray":
            mark(box, own)
            _loop(rng, page, (other.left - 3, other.top + 3, 9.0, 3.0), pen, rng.uniform(2, 5))
        case "fill-correction":
            mark(other, crossing)
            _mark(rng, page, other, "solid", pen, 1.0)
            mark(box, crossing)
        case "scribble-correction":
            mark(other, crossing)
            _mark(rng, page, other, "scribble", pen, 1.0)
            mark(box, crossing)
        case "double":
            mark(box, own)
            mark(other, own)
        case "erased-and-new":
            mark(other, crossing, replace(pen, ink=pen.ink * rng.uniform(0.08, 0.3), grain=0.4))
            mark(box, own)
        case "erased":
            mark(box, crossing, replace(pen, ink=pen.ink * rng.uniform(0.08, 0.3), grain=0.4))
            return None
        case "off":
            far = rng.uniform(1.2, 3.0)
            turn = rng.uniform(0, 2 * np.pi)
            moved = replace(
                box, left=box.left + far * np.cos(turn) * 0.6, top=box.top + far * np.sin(turn)
            )
            mark(moved, own if own != "fill" else "tick")
        case "circle":
            middle = (box.left + box.width / 2, box.top + box.height / 2)
            wide, high = rng.uniform(6.0, 8.5), rng.uniform(5.8, 7.5)
            place = (middle[0] - wide / 2, middle[1] - high / 2, wide, high)
            _loop(rng, page, place, pen, rng.uniform(0.95, 1.15))
        case _:
            mark(box, own)
    return box.value if how != "double" else None


def _mark(rng: np.random.Generator, page: Any, box: Box, kind: str, pen: Pen, size: float) -> None:
    size = size * rng.uniform(0.85, 1.15)
    x, y = box.left + box.width / 2, box.top + box.height / 2
    x, y = x + rng.normal(0, 0.25), y + rng.normal(0, 0.25)
    half = box.width / 2 * size
    jitter = lambda: rng.normal(0, 0.09 * half)  # noqa: E731
    strokes: list[list[tuple[float, float]]] = []
    match kind:
        case "cross":
            strokes += [
                [
                    (x - half + jitter(), y - slope * half + jitter()),
                    (x + half + jitter(), y + slope * half + jitter()),
                ]
                for slope in (1, -1)
            ]
        case "tick":
            reach = rng.uniform(0.9, 1.7)
            strokes.append([
                (x - 0.7 * half + jitter(), y + 0.05 * half + jitter()),
                (x - 0.15 * half + jitter(), y + 0.75 * half + jitter()),
                (x + reach * half + jitter(), y - reach * 0.85 * half + jitter()),
            ])  # fmt: skip
        case "slash":
            strokes.append([
                (x - half + jitter(), y + half + jitter()),
                (x + half + jitter(), y - half + jitter()),
            ])  # fmt: skip
        case "dash":
            strokes.append([(x - half, y + jitter()), (x + half, y + jitter())])
        case "dot":
            radius = rng.uniform(0.45, 0.8)
            strokes.append(list(_spiral(rng, x, y, radius, pen.width * 0.7)))
        case "fill" | "solid":
            reach = box.width / 2 * (0.97 if kind == "solid" else rng.uniform(0.8, 0.97))
            strokes.append(list(_hatch(rng, x, y, reach, pen.width * rng.uniform(0.6, 0.9))))
            if kind == "solid":
                x, y = box.left + box.width / 2, box.top + box.height / 2
                strokes.append(list(_hatch(rng, x, y, reach, pen.width * 0.6, down=True)))
        case "scribble":
            reach = box.width / 2 * rng.uniform(1.0, 1.4)
            strokes.append(list(_hatch(rng, x, y, reach, rng.uniform(0.5, 0.9))))
            strokes.append(list(_hatch(rng, x, y, reach, rng.uniform(0.6, 1.1), down=True)))
        case _:
            raise AssertionError(kind)
    _draw(rng, page, strokes, pen)


def _spiral(
    rng: np.random.Generator, x: float, y: float, radius: float, step: float
) -> Iterator[tuple[float, float]]:
    turns = max(1.5, radius / max(step, 0.1))
    start = rng.uniform(0, 6.28)
    for part in np.linspace(0.05, 1, int(14 * turns)):
        angle = start + part * turns * 2 * np.pi
        yield x + radius * part * np.cos(angle), y + radius * part * np.sin(angle)


def _hatch(
    rng: np.random.Generator, x: float, y: float, reach: float, step: float, *, down: bool = False
) -> Iterator[tuple[float, float]]:
    rows = max(3, int(2 * reach / max(step, 0.12)))
    for at in range(rows + 1):
        across = -reach + 2 * reach * at / rows
        along = reach * (1 if at % 2 else -1) * rng.uniform(0.92, 1.05)
        yield (x + across, y + along) if down else (x + along, y + across + rng.normal(0, 0.05))


def _loop(
    rng: np.random.Generator,
    page: Any,
    place: tuple[float, float, float, float],
    pen: Pen,
    turns: float,
) -> None:
    left, top, width, height = place
    start = rng.uniform(0, 6.28)
    points = [
        (
            left + width / 2 * (1 + np.cos(start + angle) * rng.uniform(0.97, 1.03)),
            top + height / 2 * (1 + np.sin(start + angle) * rng.uniform(0.97, 1.03)),
        )
        for angle in np.linspace(0, turns * 2 * np.pi, int(28 * max(1.0, turns)))
    ]
    if turns > 1.5:  # a note written beside: loops that move on
        points = [
            (px * 0.35 + left * 0.65 + at / len(points) * width, py)
            for at, (px, py) in enumerate(points)
        ]
    _draw(rng, page, [points], pen)


def _scrawl(rng: np.random.Generator, page: Any, area: WritingArea, pen: Pen) -> None:
    lines = max(1, int(area.height // 7.5))
    for line in range(int(rng.integers(1, lines + 1))):
        base = area.top + min(area.height - 1.0, (line + 1) * area.height / lines - 1.2)
        x = area.left + rng.uniform(1, 6)
        end = area.left + area.width * rng.uniform(0.25, 0.95)
        strokes = []
        while x < end:
            word = []
            for _ in range(int(rng.integers(4, 12))):
                word.append((x, base - rng.uniform(0, 2.6) * rng.choice((0.6, 1.4))))
                word.append((x + rng.uniform(0.3, 0.9), base + rng.normal(0, 0.2)))
                x += rng.uniform(0.7, 1.7)
            strokes.append(word)
            x += rng.uniform(1.5, 3)
        _draw(rng, page, strokes, pen)


def _stray(rng: np.random.Generator, page: Any, pen: Pen) -> None:
    """A slip of the pen anywhere on the page."""
    height, width = (side / PER_MM for side in page.shape)
    x, y = rng.uniform(25, width - 25), rng.uniform(40, height - 40)
    turn, long = rng.uniform(0, 2 * np.pi), rng.uniform(3, 12)
    _draw(rng, page, [[(x, y), (x + long * np.cos(turn), y + long * np.sin(turn))]], pen)


def _draw(
    rng: np.random.Generator, page: Any, strokes: list[list[tuple[float, float]]], pen: Pen
) -> None:
    """Put strokes, in millimeters, onto a page."""
    every = np.array([point for stroke in strokes for point in stroke])
    low = np.floor((every.min(axis=0) - _AROUND) * PER_MM).astype(int).clip(0)
    high = np.ceil((every.max(axis=0) + _AROUND) * PER_MM).astype(int)
    part = page[low[1] : high[1], low[0] : high[0]]
    if not part.size:
        return
    height, width = part.shape
    layer = np.zeros((height * _FINER, width * _FINER), np.uint8)
    thick = max(1, round(pen.width * PER_MM * _FINER))
    for stroke in strokes:
        points = (np.array(_bent(rng, stroke)) * PER_MM - low) * _FINER
        # Pressure changes along a line.
        for start, end in pairwise(points):
            press = max(1, round(thick * rng.uniform(0.85, 1.15)))
            cv2.line(layer, _dot(start), _dot(end), 255, press, cv2.LINE_AA)
    alpha = cv2.resize(layer, (width, height), interpolation=cv2.INTER_AREA) / np.float32(255)
    if pen.grain:
        paper = rng.normal(1, 1, (height // 2 + 1, width // 2 + 1)).astype(np.float32)
        paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
        alpha *= np.clip(1 - pen.grain * paper, 0, 1)
    part[:] = np.clip(part * (1 - alpha * pen.ink), 0, 255).astype(np.uint8)


def _bent(rng: np.random.Generator, stroke: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """No hand draws a straight line: a short stroke gets a bow."""
    if len(stroke) > 6:
        return stroke
    bent: list[tuple[float, float]] = [stroke[0]]
    for (x0, y0), (x1, y1) in pairwise(stroke):
        bow = rng.normal(0, 0.05)
        for part in (0.25, 0.5, 0.75, 1.0):
            lift = bow * 4 * part * (1 - part)
            bent.append((x0 + (x1 - x0) * part - (y1 - y0) * lift,
                         y0 + (y1 - y0) * part + (x1 - x0) * lift))  # fmt: skip
    return bent


def _dot(point: Any) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))
