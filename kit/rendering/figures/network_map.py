"""The hub-and-spoke map that a participant writes on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final, Protocol

from kit.rendering.figures.key_row import KEY_SIZES, Key, draw_key, lay_out_key
from kit.rendering.figures.label import plain
from kit.rendering.figures.network_layout import (
    LABEL_SIZES,
    RING_SIZES,
    NetworkLayout,
    RingLabel,
    Spoke,
    lay_out,
    ring_label,
    with_blanks,
)
from kit.rendering.figures.shapes import draw_shape
from kit.rendering.figures.svg import INK, PAPER, SOFT, TINT, Drawing, Pen
from kit.rendering.figures.text_fit import fit
from kit.rendering.figures.text_width import Face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Final = {
    "map": "A map to write on, with “{center}” in the middle.",
    "rings": "{count} rings around it, from the middle outwards: {names}.",
    "spokes": "{count} spokes lead outwards, clockwise from the top: {names}.",
    "without name": "a spoke without a name",
    "key": "Signs: {names}.",
}
"""The words of the description, for other languages to replace."""

SIGN: Final = 4.2
_SAMPLE: Final = 9.0
_KEY_GAP: Final = 5.0
_HUB_SIZES: Final = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
_LARGE_SIZES: Final = (20.0, 19.0, 18.0)
_NUMBER: Final = 9.0
"""The width of a spoke's number in the key."""
_DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (2.6, 1.3), (0.01, 1.35), (4.2, 1.2, 0.9, 1.2))
_RING_WEIGHTS: Final = (0.6, 0.6, 1.1, 0.6)


@dataclass(frozen=True)
class _Sizes:
    """The type sizes of each kind of label, in points, the best one first."""

    label: Sequence[float]
    ring: Sequence[float]
    key: Sequence[float]
    hub: Sequence[float]


_USUAL: Final = _Sizes(LABEL_SIZES, RING_SIZES, KEY_SIZES, _HUB_SIZES)
_LARGE: Final = _Sizes(_LARGE_SIZES, _LARGE_SIZES, _LARGE_SIZES, _LARGE_SIZES)
_POSTER_SIZES: Final = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)
_POSTER: Final = _Sizes(_POSTER_SIZES, _POSTER_SIZES, _POSTER_SIZES, _POSTER_SIZES)
"""For a poster whose long labels leave no room in large print: it is enlarged when printed."""


class Sign(Protocol):
    """An entry of the key."""

    @property
    def shape(self) -> str:
        """The sign to draw."""

    @property
    def meaning(self) -> str:
        """What it stands for."""


def network_map(
    spokes: Sequence[str],
    blank: int = 0,
    rings: Sequence[str] = ("close", "moderate", "distant"),
    center: str = "Me",
    key: Sequence[Sign] = (),
    *,
    width_mm: float = 178,
    height_mm: float = 185,
    large: bool = False,
    poster: bool = False,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw the map as wide as given and no higher than needed, `height_mm` at most.

    In `large` print no word is below 18 points; labels that leave the map no room then stand below
    it, by the numbers of their spokes. A `poster` is as large where its labels have room, and its
    words are as large as they can be otherwise.

    Raises:
        ValueError: the size leaves no room for the labels.
    """
    map_of = partial(
        _map,
        spokes,
        blank,
        rings,
        center=center,
        key=key,
        width_mm=width_mm,
        height_mm=height_mm,
        identifier=id,
        words=words,
    )
    if poster:
        try:
            return map_of(sizes=_LARGE)
        except ValueError:
            return map_of(sizes=_POSTER)
    return map_of(sizes=_LARGE if large else _USUAL)


def _map(
    spokes: Sequence[str],
    blank: int,
    rings: Sequence[str],
    *,
    center: str,
    key: Sequence[Sign],
    width_mm: float,
    height_mm: float,
    identifier: str,
    words: Mapping[str, str],
    sizes: _Sizes,
) -> str:
    signs = lay_out_key(
        [sign.meaning for sign in key], (SIGN, SIGN), width_mm, centered=True, sizes=sizes.key
    )
    lines = lay_out_key(rings, (_SAMPLE, SIGN), width_mm, centered=True, sizes=sizes.key)
    numbers = lay_out_key((), (_NUMBER, SIGN), width_mm)
    below = _key_room(signs)
    shown = spokes
    layout = lay_out(shown, blank, width_mm, height_mm - below - 1, sizes.label)
    if sizes is _LARGE and not all(spoke.is_whole for spoke in layout.spokes):
        shown = [str(number) for number in range(1, len(spokes) + 1)]
        numbers = lay_out_key(spokes, (_NUMBER, SIGN), width_mm, sizes=sizes.key)
        below += _key_room(numbers)
        layout = lay_out(shown, blank, width_mm, height_mm - below - 1, sizes.label)
    named = all(label.fitted.whole for label in _ring_labels(layout, rings, sizes))
    if not named:
        below += _key_room(lines)
        layout = lay_out(shown, blank, width_mm, height_mm - below - 1, sizes.label)
    bounds = layout.bounds
    drawing = Drawing(width_mm, bounds.height + 1 + below)
    middle = (width_mm / 2, 0.5 - bounds.top)
    radii = ring_radii(layout.radius, len(rings))
    _draw_rings(drawing, radii, _ring_labels(layout, rings, sizes), middle, named=named)
    with drawing.group("spokes"):
        for spoke in layout.spokes:
            _draw_spoke(drawing, spoke, layout.radius, middle)
    _draw_hub(drawing, center, layout.radius, middle, sizes.hub)
    top = bounds.height + 0.5 + _KEY_GAP
    if numbers.entries:
        draw_key(drawing, numbers, top, lambda place, at: _draw_number(drawing, place, at, sizes))
        top += _key_room(numbers)
    if not named:
        draw_key(drawing, lines, top, lambda place, at: _draw_sample(drawing, place, at))
        top += _key_room(lines)
    if signs.entries:
        draw_key(
            drawing,
            signs,
            top,
            lambda place, at: draw_shape(drawing, key[place].shape, at, SIGN),
        )
    names = with_blanks(spokes, blank)
    return drawing.finish("network-map", identifier, _description(names, rings, center, key, words))


def _key_room(key: Key) -> float:
    return _KEY_GAP + key.height if key.entries else 0.0


def _ring_labels(
    layout: NetworkLayout, rings: Sequence[str], sizes: _Sizes
) -> tuple[RingLabel, ...]:
    return tuple(
        ring_label(name, radius, len(layout.spokes), sizes.ring)
        for name, radius in zip(rings, ring_radii(layout.radius, len(rings)), strict=True)
    )


def _draw_sample(drawing: Drawing, place: int, at: tuple[float, float]) -> None:
    start, end = (at[0] - _SAMPLE / 2, at[1]), (at[0] + _SAMPLE / 2, at[1])
    drawing.line(start, end, ring_pen(place))


def _draw_number(drawing: Drawing, place: int, at: tuple[float, float], sizes: _Sizes) -> None:
    number = fit(str(place + 1), (_NUMBER, 99), sizes.key, face=Face.SEMIBOLD)
    drawing.lines((at[0], at[1] - number.height / 2), number, anchor="middle")


def hub_radius(radius: float) -> float:
    """Give the radius of the circle in the middle."""
    return radius * 0.165


def ring_radii(radius: float, count: int) -> tuple[float, ...]:
    """Give the rings' radii: bands of one width, so that no closeness has less room."""
    hub = hub_radius(radius)
    return tuple(hub + (radius - hub) * (place + 1) / count for place in range(count))


def _draw_rings(
    drawing: Drawing,
    radii: Sequence[float],
    labels: Sequence[RingLabel],
    middle: tuple[float, float],
    *,
    named: bool,
) -> None:
    with drawing.group("rings"):
        for place, (radius, label) in enumerate(zip(radii, labels, strict=True)):
            gap = label.half_gap if named else 0.0
            # Both halves start at the gap, so that dashes are even on its two sides.
            for side in (1, -1):
                drawing.arc(
                    middle,
                    radius,
                    label.angle + side * gap,
                    label.angle + side * pi,
                    ring_pen(place),
                )
            if named:
                at = _at(middle, label.angle, radius)
                top = at[1] - label.fitted.height / 2
                drawing.lines(
                    (at[0], top), label.fitted, anchor="middle", turn=label.turn, about=at
                )


def ring_pen(place: int) -> Pen:
    """Give the line of a ring, told from the others by its dashes."""
    return Pen(_RING_WEIGHTS[place % 4], SOFT, _DASHES[place % 4], cap="round")


def _at(middle: tuple[float, float], angle: float, radius: float) -> tuple[float, float]:
    return middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)


def _draw_spoke(drawing: Drawing, spoke: Spoke, radius: float, middle: tuple[float, float]) -> None:
    start = _at(middle, spoke.angle, hub_radius(radius))
    end = _at(middle, spoke.angle, radius + 1.0)
    drawing.line(start, end, Pen(0.6, INK))
    if spoke.fitted is not None:
        drawing.dot(end, 0.75)
        box = spoke.box
        drawing.lines(
            (middle[0] + spoke.anchor_x, middle[1] + box.top), spoke.fitted, anchor=spoke.anchor
        )
        return
    drawing.circle(end, 0.75, Pen(0.6, fill=PAPER))
    box = spoke.box.moved(*middle)
    drawing.line((box.left, box.bottom - 0.4), (box.right, box.bottom - 0.4), Pen(0.5, INK))


def _draw_hub(
    drawing: Drawing,
    center: str,
    radius: float,
    middle: tuple[float, float],
    sizes: Sequence[float],
) -> None:
    hub = hub_radius(radius)
    with drawing.group("hub"):
        drawing.circle(middle, hub, Pen(0.9, fill=TINT))
        word = fit(center, (hub * 1.56, hub * 1.2), sizes, face=Face.SEMIBOLD)
        drawing.lines((middle[0], middle[1] - word.height / 2), word, anchor="middle")


def _description(
    spokes: Sequence[str | None],
    rings: Sequence[str],
    center: str,
    key: Sequence[Sign],
    words: Mapping[str, str],
) -> str:
    names = [words["without name"] if label is None else plain(label) for label in spokes]
    said = [
        words["map"].format(center=plain(center)),
        words["rings"].format(count=len(rings), names=", ".join(map(plain, rings))),
        words["spokes"].format(count=len(names), names="; ".join(names)),
    ]
    if key:
        signs = "; ".join(f"{sign.shape.replace('-', ' ')}: {plain(sign.meaning)}" for sign in key)
        said.append(words["key"].format(names=signs))
    return " ".join(said)
