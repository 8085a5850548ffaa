"""Rings around a middle, with room to write in each."""

from __future__ import annotations

from math import pi, sqrt
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.label import plain
from kit.rendering.figures.svg import PAPER, SOFT, Drawing, Pen
from kit.rendering.figures.text_fit import Fitted, fit
from kit.rendering.figures.text_width import Face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Final = {
    "rings": "{count} rings to write in, with “{center}” in the middle.",
    "names": "From the middle outwards: {names}.",
    "event": "Above them, a box: {event}.",
}
"""The words of the description, for other languages to replace."""

_SIZES: Final = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
_LARGE_SIZES: Final = (20.0, 19.0, 18.0)
_HUB_SIZES: Final = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
_BOX: Final = 17.0
_LARGE_BOX: Final = 30.0
_AFTER_BOX: Final = 4.0
_DEEPEST: Final = 60.0
_MOST_LINES: Final = 8
"""Millimetres and lines of the words in the box, at most."""
_HUB_SHARE: Final = 0.16
_LARGE_HUB_SHARE: Final = 0.22
"""The middle's part of the radius, at the usual size and in large print."""
_INSET: Final = 1.4


def rings(
    names: Sequence[str],
    center: str = "Me",
    event: str | None = None,
    *,
    width_mm: float = 172,
    height_mm: float = 165,
    large: bool = False,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw the rings as large as width and height allow, the box of the event above them."""
    drawing = Drawing(width_mm, height_mm)
    sizes = _LARGE_SIZES if large else _SIZES
    top = 0.5
    if event:
        top += _box(drawing, plain(event), width_mm, sizes, _LARGE_BOX if large else _BOX)
    radius = min(width_mm - 1, height_mm - top - 0.5) / 2
    middle = (width_mm / 2, top + radius)
    hub = radius * (_LARGE_HUB_SHARE if large else _HUB_SHARE)
    step = (radius - hub) / len(names)
    with drawing.group("rings"):
        for number in range(len(names), 0, -1):
            outer = hub + step * number
            drawing.arc(middle, outer, -pi / 2, 3 * pi / 2, Pen(0.7))
        for number, name in enumerate(names, 1):
            outer = hub + step * number
            label = _label(plain(name), outer, step, sizes)
            drawing.lines(
                (middle[0], middle[1] - outer + _INSET), label, anchor="middle", color=SOFT
            )
    with drawing.group("hub"):
        drawing.circle(middle, hub, Pen(0.9, fill=PAPER))
        inner = hub * sqrt(2) - 1
        label = fit(plain(center), (inner, inner), _LARGE_SIZES if large else _HUB_SIZES)
        drawing.lines((middle[0], middle[1] - label.height / 2), label, anchor="middle")
    return drawing.finish("rings", id, _description(names, center, event, words))


def _label(name: str, outer: float, step: float, sizes: Sequence[float]) -> Fitted:
    """Fit a ring's name below its upper edge, where the ring is as wide as the name."""
    for depth in (step * 0.4, step - 2 * _INSET):
        # Half of the chord through the outer circle at the upper edge of the name.
        chord = 2 * sqrt(max(outer**2 - (outer - _INSET - 0.6) ** 2, 0))
        label = fit(name, (chord, depth), sizes, face=Face.SEMIBOLD)
        if label.whole:
            return label
    return label


def _box(
    drawing: Drawing, event: str, width_mm: float, sizes: Sequence[float], height: float
) -> float:
    """Draw the box and its words; give the room that it takes."""
    room = (width_mm - 6, height / 2)
    label = fit(event, room, sizes, face=Face.SEMIBOLD)
    if not label.whole:
        room = (room[0], _DEEPEST)
        label = fit(event, room, sizes[-1:], face=Face.SEMIBOLD, most_lines=_MOST_LINES)
    # As much room to write as a short text leaves.
    height = max(height, label.height + height / 2)
    with drawing.group("event"):
        drawing.rect(0.5, 0.5, width_mm - 1, height, Pen(0.7), round_=1.5)
        drawing.lines((3, 1.8), label, color=SOFT)
    return height + _AFTER_BOX


def _description(
    names: Sequence[str], center: str, event: str | None, words: Mapping[str, str]
) -> str:
    said = [
        words["rings"].format(count=len(names), center=plain(center)),
        words["names"].format(names=", ".join(map(plain, names))),
    ]
    if event:
        said.append(words["event"].format(event=plain(event)))
    return " ".join(said)
