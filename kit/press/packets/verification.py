"""Compiled packets compared with ones that were printed directly: pixel by pixel, text by text."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from random import Random
from typing import TYPE_CHECKING, Any

from kit.errors import KitError, Problem
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

    Raises:
        KitError: pages cannot be turned into pixels on this machine.
    """
    pdfium = _pdfium()
    compiled = [at for at, packet in enumerate(packets) if not packet.direct]
    drawn = sorted(Random(seed).sample(compiled, min(number, len(compiled))))  # noqa: S311
    differences: list[Difference] = []
    pages = 0
    for at in drawn:
        person, packet = people[at], packets[at]
        html = filled(person.body.html, person.filling())
        direct = press.print(html, person.body.stylesheet, person.body.base)
        differences += _differences(pdfium, packet.key, packet.pdf, direct.pdf)
        pages += direct.pages
    return Verification(tuple(packets[at].key for at in drawn), pages, tuple(differences))


def _differences(pdfium: Any, key: str, ours: bytes, direct: bytes) -> Iterator[Difference]:
    with pdfium.PdfDocument(ours) as mine, pdfium.PdfDocument(direct) as theirs:
        if len(mine) != len(theirs):
            yield Difference(key, 0, "pages")
            return
        for number in range(len(mine)):
            if _pixels(mine[number]) != _pixels(theirs[number]):
                yield Difference(key, number + 1, "look")
            if _text(mine[number]) != _text(theirs[number]):
                yield Difference(key, number + 1, "text")


def _pixels(page: Any) -> bytes:
    return bytes(page.render(scale=_SCALE).buffer)


def _text(page: Any) -> str:
    text: str = page.get_textpage().get_text_range()
    return text


def _pdfium() -> Any:
    try:
        return import_module("pypdfium2")
    except ImportError:
        message = "Packets cannot be compared: the Python package pypdfium2 is not installed."
        hint = "Install it beside the kit: pip install pypdfium2"
        raise KitError([Problem("no-pypdfium2", message, hint=hint)]) from None
