"""A body compiled for people's texts: laid out once, with all their glyphs in its fonts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pydyf

from kit.press.engine import VARIANT
from kit.press.packets.engraving import Gap, Plate, engrave
from kit.press.packets.glyphs import Glyphs
from kit.press.packets.marks import Marks
from kit.press.packets.misfit import Misfit
from kit.press.packets.packet_file import PacketFile
from kit.press.packets.places import Place, find_places
from kit.press.packets.shaping import Shape, Shaper, check_plain, style_key
from kit.press.packets.slots import filled, tokens_for
from kit.press.weasyprint_import import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kit.errors import Problem
    from kit.press.engine import Press
    from kit.press.finisher import Finisher
    from kit.press.packets.slots import PacketBody

Filling = tuple[tuple[str, str], ...]
"""What stands in each slot, as pairs of slot and text."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A body's copies: the plate, the own streams of each filling, and why others do not fit."""

    plate: Plate
    tokens: Mapping[str, str]
    operators: Mapping[Filling, tuple[bytes, ...]]
    misfits: Mapping[Filling, str]
    problems: tuple[Problem, ...] = ()

    def packet(self, key: str, filling: Filling) -> PacketFile:
        """Give one person's packet; the filling has to be among those that fit."""
        words = {self.tokens[name]: text for name, text in filling if text}
        own = self.plate.own(self.operators[filling], words)
        return PacketFile(key, self.plate.skeleton, own)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place ready to be filled: how its texts are shaped, and which own stream is drawn there."""

    place: Place
    shaper: Shaper
    own: int

    def operators(self, shape: Shape, token: Shape) -> bytes:
        """Give what draws a text here: where it begins too, if that depends on its width."""
        if not self.place.shift:
            return shape.operators
        box = self.place.box
        left = box.position_x + self.place.shift * (token.width - shape.width)
        top = box.position_y + box.baseline
        return _moved(left, top) + b"\n" + shape.operators


def compile_body(press: Press, body: PacketBody, fillings: Sequence[Filling]) -> Compiled:
    """Lay out a body once for all fillings, which have to leave the same slots empty.

    Raises:
        Misfit: its slots stand where texts cannot be exchanged.
    """
    tokens = tokens_for(body.html, dict(fillings[0]))

    def write(document: Any, finish: Finisher) -> Compiled | Misfit:
        try:
            return _compiled(document, finish, tokens, fillings)
        except Misfit as misfit:
            return misfit

    made = press.make(filled(body.html, tokens), body.stylesheet, body.base, write)
    if isinstance(made.result, Misfit):
        raise made.result
    return replace(made.result, problems=made.problems)


def _compiled(
    document: Any, finish: Finisher, tokens: Mapping[str, str], fillings: Iterable[Filling]
) -> Compiled:
    places = find_places(document, tokens)
    marks = _marks(places, tokens)
    misfits: dict[Filling, str] = {}
    shapes: dict[Filling, tuple[Shape, ...]] = {}
    for filling in fillings:
        try:
            shapes[filling] = _shaped(marks, dict(filling))
        except Misfit as misfit:
            misfits[filling] = misfit.reason

    def painted() -> None:
        glyphs = Glyphs(document.fonts)
        for filling in list(shapes):
            try:
                glyphs.add(shapes[filling])
            except Misfit as misfit:
                misfits[filling] = misfit.reason
                del shapes[filling]
        glyphs.put_in()

    watched = Marks.watch(document, places, painted)
    plates: list[Plate] = []
    count = max((mark.own for mark in marks), default=-1) + 1

    def engraved(document: Any, pdf: Any) -> None:
        gaps = _gaps(marks, watched, tokens)  # first: mending takes the numbers of artifacts away
        finish(document, pdf)
        plates.append(engrave(pdf, gaps, count, filter(None, tokens.values())))
        del pdf.objects[1:]  # the engine has nothing left to write

    document.write_pdf(finisher=engraved, pdf_variant=VARIANT)
    operators = {filling: _operators(marks, found, tokens) for filling, found in shapes.items()}
    return Compiled(plates[0], tokens, operators, misfits)


def _marks(places: Sequence[Place], tokens: Mapping[str, str]) -> tuple[_Mark, ...]:
    """Share shapers between places of one style, and streams between those of one text too."""
    shapers: dict[tuple[str, ...], Shaper] = {}
    numbers: dict[tuple[object, ...], int] = {}
    marks = []
    for at, place in enumerate(places):
        style = style_key(place.box)
        if style not in shapers:
            shapers[style] = Shaper(place.box, tokens[place.slot])
        which = (at,) if place.shift else (place.slot, style)
        own = numbers.setdefault(which, len(numbers))
        marks.append(_Mark(place, shapers[style], own))
    return tuple(marks)


def _shaped(marks: Iterable[_Mark], texts: Mapping[str, str]) -> tuple[Shape, ...]:
    for text in texts.values():
        check_plain(text)
    shapes = []
    for mark in marks:
        shape = mark.shaper.shape(texts[mark.place.slot])
        if shape.width > mark.place.room:
            raise Misfit("a text wider than its place")
        shapes.append(shape)
    return tuple(shapes)


def _gaps(
    marks: Sequence[_Mark], watched: Marks, tokens: Mapping[str, str]
) -> dict[int, list[Gap]]:
    gaps: dict[int, list[Gap]] = {}
    for at, mark in enumerate(marks):
        place = mark.place
        begin, end = watched.text_of(place, at)
        token = mark.shaper.shape(tokens[place.slot])
        operators = watched.streams[place.page].stream
        drawn = operators[begin:end]
        left, top = place.box.position_x, place.box.position_y + place.box.baseline
        # The proof that texts are shaped here as the engine does it: the token came out the same.
        if b"\n".join(drawn) != _moved(left, top) + b"\n" + token.operators:
            raise Misfit("a slot's text is painted in a way that is not foreseen")
        start = begin if place.shift else begin + 1
        gaps.setdefault(place.page, []).append(Gap(start, end, mark.own))
    return gaps


def _operators(
    marks: Sequence[_Mark], shapes: Sequence[Shape], tokens: Mapping[str, str]
) -> tuple[bytes, ...]:
    streams = {
        mark.own: mark.operators(shape, mark.shaper.shape(tokens[mark.place.slot]))
        for mark, shape in zip(marks, shapes, strict=True)
    }
    return tuple(streams[number] for number in sorted(streams))


def _moved(left: float, top: float) -> bytes:
    where = pydyf.Stream()
    where.set_text_matrix(*Matrix(d=-1, e=left, f=top).values)
    written: bytes = where.stream[0]
    return written
