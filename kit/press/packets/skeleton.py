"""What all copies of a body share, as bytes, and where each one's own parts go. Plain values."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cached_property

HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page: the numbers of its streams in order, and what else is needed to print it.

    `boxes` are its sizes as they stand in the page's dictionary, `resources` the number of what its
    streams use.
    """

    contents: tuple[int, ...]
    boxes: bytes
    resources: int


@dataclass(frozen=True, eq=False)
class Skeleton:
    """The constant objects of a body's copies, by number, and its pages.

    The numbers from `first_own` on are each copy's own: one for each of its streams, then what
    stands in the document's information, then in its metadata. `dictionaries` are written together
    and compressed; `streams` hold their dictionary too. `root` is the catalog's number.
    """

    streams: dict[int, bytes]
    dictionaries: dict[int, bytes]
    pages: tuple[PageParts, ...]
    root: int
    first_own: int

    @cached_property
    def prefix(self) -> bytes:
        """The begin of every copy's file."""
        return self._prefix_and_rows[0]

    @cached_property
    def rows(self) -> bytes:
        """Where in the file each constant object is, in the words of a cross-reference stream."""
        return self._prefix_and_rows[1]

    @cached_property
    def _prefix_and_rows(self) -> tuple[bytes, bytes]:
        holder = self.first_own - 1
        written = bytearray(HEADER)
        rows = [row(0, 0, 0)] * self.first_own
        for number, body in self.streams.items():
            rows[number] = row(1, len(written), 0)
            written += indirect(number, body)
        for at, number in enumerate(self.dictionaries):
            rows[number] = row(2, holder, at)
        rows[holder] = row(1, len(written), 0)
        written += indirect(holder, object_stream(self.dictionaries))
        return bytes(written), b"".join(rows)


def row(kind: int, where: int, which: int) -> bytes:
    """Write one line of a cross-reference stream."""
    return kind.to_bytes(1, "big") + where.to_bytes(4, "big") + which.to_bytes(2, "big")


def indirect(number: int, body: bytes) -> bytes:
    """Write an object that others refer to by its number."""
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def stream(content: bytes, extra: bytes = b"", *, compress: bool = False) -> bytes:
    """Write a stream with its dictionary."""
    if compress:
        content = zlib.compress(content, _LEVEL)
        extra += b"/Filter /FlateDecode"
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (extra, len(content), content)


def object_stream(dictionaries: dict[int, bytes]) -> bytes:
    """Write objects that are no streams together in one."""
    places, at = [], 0
    for number, body in dictionaries.items():
        places.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(places)
    extra = b"/Type /ObjStm/N %d/First %d" % (len(dictionaries), len(head) + 1)
    return stream(b"\n".join((head, *dictionaries.values())), extra, compress=True)
