"""Small signs drawn with a pen: what a participant copies by hand, and how people sit."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.svg import INK, PAPER, Drawing, Pen, point

if TYPE_CHECKING:
    from collections.abc import Callable

Point = tuple[float, float]


def draw_shape(drawing: Drawing, shape: str, center: Point, size: float) -> None:
    """Draw a sign of a given height around a point.

    Raises:
        KeyError: there is no such sign.
    """
    _SHAPES[shape](drawing, center, size)


def _pen(size: float) -> Pen:
    return Pen(min(0.75, size * 0.2))


def _around(center: Point, radius: float, turns: float) -> Point:
    angle = 2 * pi * turns - pi / 2
    return center[0] + radius * cos(angle), center[1] + radius * sin(angle)


def _circle(drawing: Drawing, center: Point, size: float) -> None:
    drawing.circle(center, size * 0.44, _pen(size))


def _square(drawing: Drawing, center: Point, size: float) -> None:
    side = size * 0.8
    drawing.rect(center[0] - side / 2, center[1] - side / 2, side, side, _pen(size))


def _checkbox(drawing: Drawing, center: Point, size: float) -> None:
    side = size * 0.84
    drawing.rect(
        center[0] - side / 2, center[1] - side / 2, side, side, _pen(size), round_=size * 0.08
    )


def _triangle(drawing: Drawing, center: Point, size: float) -> None:
    middle = (center[0], center[1] + size * 0.1)
    drawing.polygon([_around(middle, size * 0.54, third / 3) for third in range(3)], _pen(size))


def _star(drawing: Drawing, center: Point, size: float) -> None:
    middle = (center[0], center[1] + size * 0.03)
    drawing.polygon(
        [_around(middle, size * (0.22 if tip % 2 else 0.53), tip / 10) for tip in range(10)],
        _pen(size),
    )


def _double_ring(drawing: Drawing, center: Point, size: float) -> None:
    drawing.circle(center, size * 0.46, _pen(size))
    drawing.circle(center, size * 0.28, _pen(size))


def _scissors(drawing: Drawing, center: Point, size: float) -> None:
    x, y = center
    pen = Pen(0.6, cap="round")
    for side in (-1, 1):
        drawing.circle((x - size * 0.3, y + side * size * 0.21), size * 0.15, pen)
        drawing.line(
            (x - size * 0.175, y + side * size * 0.125),
            (x + size * 0.46, y - side * size * 0.2),
            pen,
        )
    drawing.dot((x + size * 0.02, y), size * 0.035)


def person(drawing: Drawing, center: Point, size: float) -> None:
    """Draw a head and shoulders, with a light rim that parts them from what is behind."""
    x, y = center
    pen = Pen(0.5, PAPER, fill=INK)
    half, top, foot = size * 0.3, y - size * 0.02, y + size * 0.44
    drawing.path(
        f"M{point((x - half, foot))}V{top + half:.2f}A{half:.2f} {half:.2f} 0 0 1"
        f" {point((x + half, top + half))}V{foot:.2f}Z",
        pen,
    )
    drawing.circle((x, y - size * 0.24), size * 0.2, pen)


def _solo(drawing: Drawing, center: Point, size: float) -> None:
    person(drawing, center, size)


def _pairs(drawing: Drawing, center: Point, size: float) -> None:
    for side in (-1, 1):
        person(drawing, (center[0] + side * size * 0.24, center[1]), size * 0.82)


def _triads(drawing: Drawing, center: Point, size: float) -> None:
    x, y = center
    for side in (-1, 1):
        person(drawing, (x + side * size * 0.28, y - size * 0.06), size * 0.72)
    person(drawing, (x, y + size * 0.1), size * 0.78)


def _tables(drawing: Drawing, center: Point, size: float) -> None:
    drawing.circle(center, size * 0.26, Pen(0.6))
    for seat in range(6):
        drawing.dot(_around(center, size * 0.41, (seat + 0.5) / 6), size * 0.075)


def _plenary(drawing: Drawing, center: Point, size: float) -> None:
    x, y = center
    drawing.line(
        (x - size * 0.3, y - size * 0.38), (x + size * 0.3, y - size * 0.38), Pen(1.1, INK)
    )
    for row, count in enumerate((3, 4, 5)):
        for seat in range(count):
            across = (seat - (count - 1) / 2) * size * 0.2
            drawing.dot((x + across, y - size * 0.1 + row * size * 0.22), size * 0.07)


_SHAPES: Final[dict[str, Callable[[Drawing, Point, float], None]]] = {
    "checkbox": _checkbox,
    "circle": _circle,
    "square": _square,
    "triangle": _triangle,
    "star": _star,
    "double-ring": _double_ring,
    "scissors": _scissors,
    "person": _solo,
    "solo": _solo,
    "pairs": _pairs,
    "triads": _triads,
    "tables": _tables,
    "plenary": _plenary,
}
SHAPES: Final = tuple(_SHAPES)
"""The signs by name."""
