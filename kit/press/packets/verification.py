"""Compiled packets compared with ones that were printed directly: pixel by pixel, text by text."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import pypdfium2

from kit.press.packets.slots import filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.press.engine import Press
    from kit.press.packets.packet_file import PacketFile
    from kit.press.packets.slots import PersonValues

_SCALE = 1.5
"""108 pixels an inch."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A packet's page that is not as its direct print is: its `look` or its `text`.

    Page 0 stands for a different number of pages.
    """

    key: str
    page: int
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """Whose packets were compared, and what was different."""

    keys: tuple[str, ...]
    pages: int
    differences: tuple[Difference, ...]


def verify(
    press: Press,
    people: Sequence[PersonValues],
    packets: Sequence[PacketFile],
    number: int,
    seed: int = 0,
) -> Verification:
    """Compare the packets of `number` people, drawn by `seed`, with direct prints of the same.

    `packets` are those of `people`, in the same order. Only compiled ones are drawn: the others are
    direct prints already.
    """
    compiled = [at for at, packet in enumerate(packets) if not packet.direct]
    drawn = sorted(Random(seed).sample(compiled, min(number, len(compiled))))  # noqa: S311
    differences: list[Difference] = []
    pages = 0
    for at in drawn:
        person, packet = people[at], packets[at]
        html = filled(person.body.html, person.filling())
        direct = press.print(html, person.body.stylesheet, person.body.base)
        differences += _differences(packet.key, packet.pdf, direct.pdf)
        pages += direct.pages
    return Verification(tuple(packets[at].key for at in drawn), pages, tuple(differences))


def _differences(key: str, ours: bytes, direct: bytes) -> Iterator[Difference]:
    with pypdfium2.PdfDocument(ours) as mine, pypdfium2.PdfDocument(direct) as theirs:
        if len(mine) != len(theirs):
            yield Difference(key, 0, "pages")
            return
        for number in range(len(mine)):
            if _pixels(mine[number]) != _pixels(theirs[number]):
                yield Difference(key, number + 1, "look")
            if _text(mine[number]) != _text(theirs[number]):
                yield Difference(key, number + 1, "text")


def _pixels(page: pypdfium2.PdfPage) -> bytes:
    return bytes(page.render(scale=_SCALE).buffer)


def _text(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_range()
    return text
