"""From the engine's objects to a skeleton: what is constant is written, what varies is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pydyf

from kit.press.packets.misfit import Misfit
from kit.press.packets.packet_file import Own
from kit.press.packets.skeleton import PageParts, Skeleton, stream
from kit.press.tag_tree import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BOXES = ("MediaBox", "TrimBox", "BleedBox")


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A part of a page's operators that varies, from `start` to before `end`, and with what."""

    start: int
    end: int
    own: int


@dataclass(frozen=True, slots=True)
class Plate:
    """A skeleton and what its copies' information and metadata are made of.

    `title` is None where the title is the same for all; else the words of its slots stand in it.
    """

    skeleton: Skeleton
    information: Mapping[str, Any]
    metadata: bytes
    title: str | None

    def own(self, operators: tuple[bytes, ...], words: Mapping[str, str]) -> Own:
        """Give what is a copy's own; `words` has what the title says in place of each token."""
        information, metadata = dict(self.information), self.metadata
        if self.title is not None:
            token = re.compile("|".join(words))
            title = token.sub(lambda found: words[found[0]], self.title)
            information["Title"] = pydyf.String(title)
            written = token.sub(lambda found: escape(words[found[0]]), metadata.decode())
            metadata = written.encode()
        return Own(operators, pydyf.Dictionary(information).data, metadata)


def engrave(
    pdf: Any, gaps: Mapping[int, Sequence[Gap]], own_streams: int, tokens: Iterable[str] = ()
) -> Plate:
    """Write what is constant in a document's objects; `gaps` are by page.

    Raises:
        Misfit: a token is left in what would be constant.
    """
    tokens = tuple(tokens)
    metadata = pdf.objects[number_of(pdf.catalog["Metadata"])]
    first_piece = len(pdf.objects)
    pieces = sum(len(found) for found in gaps.values())  # behind each gap, one more
    first_own = first_piece + pieces + 1  # one for the dictionaries, written together
    streams: dict[int, bytes] = {}
    pages = []
    for page, reference in enumerate(pdf.page_references):
        dictionary = pdf.objects[number_of(reference)]
        number = number_of(dictionary["Contents"])
        contents = [number]
        if page in gaps:
            first, *rest = _cut(pdf.objects[number].stream, gaps[page])
            streams[number] = stream(first, compress=True)
            for gap, piece in zip(sorted(gaps[page]), rest, strict=True):
                contents += [first_own + gap.own, first_piece]
                streams[first_piece] = stream(piece, compress=True)
                first_piece += 1
            dictionary["Contents"] = pydyf.Array(b"%d 0 R" % each for each in contents)
        boxes = b"".join(b"/%b %b" % (name.encode(), dictionary[name].data) for name in _BOXES)
        pages.append(PageParts(tuple(contents), boxes, number_of(dictionary["Resources"])))
    pdf.catalog["Metadata"] = b"%d 0 R" % (first_own + own_streams + 1)
    dictionaries = {}
    for item in pdf.objects[1:]:
        if not isinstance(item, pydyf.Stream):
            dictionaries[item.number] = item.data
        elif item is not metadata and item.number not in streams:
            streams[item.number] = item.data
    _check_clean(dictionaries.values(), tokens)
    constant = dict(sorted(streams.items()))
    skeleton = Skeleton(constant, dictionaries, tuple(pages), pdf.catalog.number, first_own)
    return Plate(skeleton, dict(pdf.info), b"\n".join(metadata.stream), _title(pdf, tokens))


def _title(pdf: Any, tokens: tuple[str, ...]) -> str | None:
    title = pdf.info.get("Title")
    if title is None or not any(token in title.string for token in tokens):
        return None
    words: str = title.string
    return words


def _cut(operators: list[Any], gaps: Iterable[Gap]) -> list[bytes]:
    """Cut a page's operators at its gaps: the pieces before, between and behind them."""
    pieces, at = [], 0
    for gap in sorted(gaps):
        pieces.append(_written(operators[at : gap.start]))
        at = gap.end
    return [*pieces, _written(operators[at:])]


def _written(operators: list[Any]) -> bytes:
    whole: bytes = pydyf.Stream(operators).data
    return whole.partition(b"stream\n")[2].removesuffix(b"\nendstream")


def _check_clean(bodies: Iterable[bytes], tokens: tuple[str, ...]) -> None:
    marks = []
    for token in tokens:
        for word in (token, token.upper(), token.capitalize()):
            marks += [word.encode(), word.encode("utf-16-be").hex().encode()]
    joined = b"\n".join(bodies)
    if any(mark in joined for mark in marks):
        raise Misfit("a slot's text is also in a bookmark, a link or a description")
