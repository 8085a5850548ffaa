"""Where everything lies on a network map, before anything is drawn.

The middle is the origin, y downwards. Each spoke's label gets a cell outside the outer ring; cells
share no point by construction, and a text is fitted into its cell, so labels never overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import asin, cos, degrees, pi, sin, sqrt
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.box import Box
from kit.rendering.figures.label import plain
from kit.rendering.figures.text_fit import Fitted, fit, height_of, wrapped
from kit.rendering.figures.text_width import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL_SIZES: Final = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
RING_SIZES: Final = (8.5, 8.0, 7.5, 7.0, 6.5)
WRITE_IN: Final = 7.0
"""Height that a handwritten word needs above its line."""
_LINES: Final = 3
_RING_NAME: Final = 1.8
"""Half the height of the outer ring's name, which stands across the ring."""
_FROM_RING: Final = 2.4
_FROM_SPOKE: Final = 0.9
_BETWEEN: Final = 2.0
_EDGE: Final = 0.3
_NARROWEST: Final = 11.0
_UPRIGHT: Final = 0.02


@dataclass(frozen=True)
class Spoke:
    """One spoke: its direction, its label (None: to write on) and the label's place."""

    angle: float
    label: str | None
    cell: Box
    anchor: str
    fitted: Fitted | None

    @property
    def direction(self) -> tuple[float, float]:
        """Give the unit vector outwards."""
        return cos(self.angle), sin(self.angle)

    @property
    def is_whole(self) -> bool:
        """Say whether its label stands there whole, no word of it broken."""
        if self.label is None or self.fitted is None:
            return True
        size, face = self.fitted.size, self.fitted.face
        unbroken = wrapped(plain(self.label), self.cell.width, size, face) is not None
        return self.fitted.whole and unbroken

    @property
    def height(self) -> float:
        """Give the height of what stands at its end."""
        return WRITE_IN if self.fitted is None else self.fitted.height

    @property
    def box(self) -> Box:
        """Give what its label or line covers."""
        wide = min(self.cell.width, 27.0) if self.fitted is None else self.fitted.width
        down = self.direction[1]
        # The end of the cell that is nearest to the spoke: below for upper spokes, above for lower.
        top = self.cell.bottom - self.height - (1 + down) / 2 * (self.cell.height - self.height)
        left = {
            "start": self.cell.left,
            "end": self.cell.right - wide,
            "middle": (self.cell.left + self.cell.right - wide) / 2,
        }[self.anchor]
        return Box(left, top, left + wide, top + self.height)

    @property
    def anchor_x(self) -> float:
        """Give where its lines are anchored."""
        return {
            "start": self.cell.left,
            "end": self.cell.right,
            "middle": (self.cell.left + self.cell.right) / 2,
        }[self.anchor]


@dataclass(frozen=True)
class NetworkLayout:
    """Radius of the outer ring, and the spokes clockwise from the top."""

    radius: float
    spokes: tuple[Spoke, ...]

    @property
    def bounds(self) -> Box:
        """Give what the map covers, labels and the outer ring's name included."""
        boxes = [spoke.box for spoke in self.spokes]
        ring = self.radius + _RING_NAME
        return Box(
            min(-ring, *(box.left for box in boxes)),
            min(-ring, *(box.top for box in boxes)),
            max(ring, *(box.right for box in boxes)),
            max(ring, *(box.bottom for box in boxes)),
        )


def lay_out(
    spokes: Sequence[str],
    blank: int,
    width: float,
    height: float,
    sizes: Sequence[float] = LABEL_SIZES,
) -> NetworkLayout:
    """Find the largest map on which all labels stand whole, in the largest type that allows it."""
    labels = with_blanks(spokes, blank)
    widest = min(width / 2 - _NARROWEST - _FROM_RING, height / 2 - 2.0)
    smallest = min(widest, width * 0.33)
    radii = [widest - step for step in range(max(1, int(widest - smallest) + 1))]
    # Two lines a label read better than three, and are worth a slightly smaller map.
    tries = [(sizes[0], 2), *((size, _LINES) for size in sizes)]
    for size, lines in tries:
        for radius in radii:
            cells = _cells(len(labels), radius, size, width, height)
            if cells is not None and _all_whole(labels, cells, size, lines):
                return _filled(labels, cells, radius, (size,))
    for size in reversed(sizes):
        for radius in (smallest, smallest * 0.85, smallest * 0.7):
            cells = _cells(len(labels), radius, size, width, height)
            if cells is not None:
                return _filled(labels, cells, radius, (size,))
    raise ValueError(f"no room for {len(labels)} spokes on {width:.0f} by {height:.0f} mm")


def with_blanks(spokes: Sequence[str], blank: int) -> tuple[str | None, ...]:
    """Spread the blank spokes evenly among the named ones."""
    total = len(spokes) + blank
    places = {(place + 1) * total // blank - 1 for place in range(blank)} if blank else set()
    named = iter(spokes)
    return tuple(None if place in places else next(named) for place in range(total))


def angles(count: int) -> tuple[float, ...]:
    """Give the directions, clockwise from the top, so that no spoke lies level.

    A level spoke would leave its label the least room of all.
    """
    step = 2 * pi / count
    first = -pi / 2 + (step / 2 if count % 4 == 0 else 0)
    return tuple(first + step * place for place in range(count))


def _cells(
    count: int, radius: float, size: float, width: float, height: float
) -> tuple[tuple[float, str, Box], ...] | None:
    """Give direction, side and cell of each label, or None where the cells would be too small."""
    tall = max(height_of(_LINES, size), WRITE_IN)
    reach = radius + _FROM_RING
    edge = width / 2 - _EDGE
    raw = []
    for angle in angles(count):
        across, down = cos(angle), sin(angle)
        middle = reach * down + down * tall / 2
        top, bottom = middle - tall / 2, middle + tall / 2
        if max(-top, bottom) > height / 2:
            return None
        if abs(across) < _UPRIGHT:
            raw.append((angle, "middle", Box(-edge, top, edge, bottom)))
            continue
        nearest = 0.0 if top < 0 < bottom else min(abs(top), abs(bottom))
        begin = max(reach * abs(across), sqrt(max(0.0, reach**2 - nearest**2)))
        right = Box(begin, top, edge, bottom)
        raw.append(
            (angle, "start", right)
            if across > 0
            else (angle, "end", Box(-right.right, top, -right.left, bottom))
        )
    cells = tuple((angle, side, _trimmed(side, box, raw)) for angle, side, box in raw)
    roomy = all(box.width >= _NARROWEST for _, _, box in cells)
    apart = not any(one.overlaps(two) for (_, _, one), (_, _, two) in combinations(cells, 2))
    return cells if roomy and apart else None


def _trimmed(side: str, box: Box, raw: Sequence[tuple[float, str, Box]]) -> Box:
    """End a cell where one that lies further out at the same height begins."""
    left, right = box.left, box.right
    for _, other_side, other in raw:
        if other is box or not box.beside(other, 0.5):
            continue
        if side in ("start", "middle") and other_side == "start" and other.left > max(left, 0):
            right = min(right, other.left - _BETWEEN)
        if side in ("end", "middle") and other_side == "end" and other.right < min(right, 0):
            left = max(left, other.right + _BETWEEN)
    if side == "middle":
        half = min(-left, right)
        left, right = -half, half
    return Box(left, box.top, right, box.bottom)


def _all_whole(
    labels: Sequence[str | None], cells: Sequence[tuple[float, str, Box]], size: float, most: int
) -> bool:
    for label, (_, _, box) in zip(labels, cells, strict=True):
        if label is None:
            if box.width < 2 * _NARROWEST:
                return False
            continue
        lines = wrapped(label, box.width, size, Face.REGULAR)
        if lines is None or len(lines) > most:
            return False
    return True


def _filled(
    labels: Sequence[str | None],
    cells: Sequence[tuple[float, str, Box]],
    radius: float,
    sizes: tuple[float, ...],
) -> NetworkLayout:
    return NetworkLayout(
        radius,
        tuple(
            Spoke(
                angle,
                label,
                box,
                side,
                None if label is None else fit(label, (box.width, box.height), sizes),
            )
            for label, (angle, side, box) in zip(labels, cells, strict=True)
        ),
    )


@dataclass(frozen=True)
class RingLabel:
    """A ring's name in a gap of the ring: the middle's direction, its line, half the gap."""

    angle: float
    fitted: Fitted
    half_gap: float

    @property
    def turn(self) -> float:
        """Give the turn in degrees that lays the name along its ring, upright."""
        return degrees(self.angle) % 180 - 90


def ring_label(
    name: str, radius: float, count: int, sizes: Sequence[float] = RING_SIZES
) -> RingLabel:
    """Place a ring's name along the ring, between the two spokes nearest to the top."""
    step = 2 * pi / count
    first = angles(count)[0]
    middle = max(
        (first + step * (place + 0.5) for place in range(count)),
        key=lambda angle: (round(abs(sin(angle)), 6), -round(sin(angle), 6)),
    )
    half = step / 2
    inner = radius - height_of(1, sizes[0]) / 2
    room = 2 * (inner * sin(half) - _FROM_SPOKE) / max(cos(half), 0.2)
    room = max(1.0, min(room, 0.7 * radius))
    tall = height_of(1, sizes[0])
    fitted = fit(name, (room, tall), sizes, face=Face.ITALIC, most_lines=1)
    return RingLabel(middle, fitted, asin(min(1.0, (fitted.width / 2 + 1.2) / radius)))
