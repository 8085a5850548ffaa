"""All packets in one PDF, ready for the copier: what is constant is in it once.

It is for paper: pages keep what is printed, and nothing for screens or screen readers. Each packet
begins on a right-hand page, so that two-sided copies come apart.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, BinaryIO
from weakref import WeakKeyDictionary

import pydyf

from kit.press.packets.skeleton import HEADER, indirect, object_stream, row, stream

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.press.packets.packet_file import PacketFile
    from kit.press.packets.skeleton import PageParts, Skeleton

_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_ROOT, _CATALOG, _INFORMATION = 1, 2, 3
_TOGETHER = 4000
"""Dictionaries that are written in one object stream."""


@dataclass(frozen=True, slots=True)
class Master:
    """What a print master holds."""

    packets: int
    pages: int
    blanks: int


def print_master(packets: Iterable[PacketFile], out: BinaryIO, title: str = "") -> Master:
    """Write packets into one PDF, in the order given, a blank page before where one is needed.

    Packets are taken one by one and not kept: give an iterator to spare memory.
    """
    writer = _Writer(out)
    pages = blanks = count = 0
    nodes: list[bytes] = []
    last: PageParts | None = None
    for packet in packets:
        blank = last if pages % 2 else None
        node, held = writer.add_packet(packet, blank)
        nodes.append(b"%d 0 R" % node)
        pages += held
        blanks += blank is not None
        count += 1
        last = packet.skeleton.pages[-1]
    kids = b" ".join(nodes)
    writer.put(_ROOT, b"<</Type /Pages/Count %d/Kids [%b]>>" % (pages, kids))
    writer.put(_CATALOG, b"<</Type /Catalog/Pages %d 0 R>>" % _ROOT)
    writer.put(_INFORMATION, b"<</Title %b>>" % pydyf.String(title).data)
    writer.finish()
    return Master(count, pages, blanks)


class _Writer:
    """Writes objects as they come, and at the end where they are."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._position = 0
        self._rows = {0: row(0, 0, 0)}
        self._next = _INFORMATION + 1
        self._waiting: dict[int, bytes] = {}
        self._known: dict[bytes, int] = {}
        self._numbers: WeakKeyDictionary[Skeleton, dict[int, int]] = WeakKeyDictionary()
        self._write(HEADER)

    def add_packet(self, packet: PacketFile, blank: PageParts | None) -> tuple[int, int]:
        """Add a packet's pages; gives the number of the node that holds them, and how many."""
        skeleton = packet.skeleton
        numbers = self._numbers.setdefault(skeleton, {})
        own = [self._stream(stream(operators)) for operators in packet.own.operators]
        node, kids = self._number(), []
        if blank:
            kids.append(self._page(node, b"%b/Resources <<>>" % blank.boxes))
        for page in skeleton.pages:
            contents = b" ".join(
                b"%d 0 R"
                % (
                    own[number - skeleton.first_own]
                    if number >= skeleton.first_own
                    else self._shared(skeleton, number, numbers)
                )
                for number in page.contents
            )
            resources = self._shared(skeleton, page.resources, numbers)
            body = b"%b/Resources %d 0 R/Contents [%b]" % (page.boxes, resources, contents)
            kids.append(self._page(node, body))
        listed = b" ".join(b"%d 0 R" % kid for kid in kids)
        body = b"<</Type /Pages/Parent %d 0 R/Count %d/Kids [%b]>>" % (_ROOT, len(kids), listed)
        self.put(node, body)
        return node, len(kids)

    def put(self, number: int, body: bytes) -> None:
        """Write an object that is no stream, together with others."""
        self._waiting[number] = body
        if len(self._waiting) == _TOGETHER:
            self._flush()

    def finish(self) -> None:
        """Write where everything is."""
        self._flush()
        number = self._number()
        self._rows[number] = row(1, self._position, 0)
        rows = b"".join(self._rows[at] for at in range(number + 1))
        extra = b"/Type /XRef/W [1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/Filter /FlateDecode" % (
            number + 1,
            _CATALOG,
            _INFORMATION,
        )
        position = self._position
        self._write(indirect(number, stream(zlib.compress(rows), extra)))
        self._write(b"startxref\n%d\n%%%%EOF\n" % position)

    def _shared(self, skeleton: Skeleton, number: int, numbers: dict[int, int]) -> int:
        """Give the number of one of a skeleton's objects here, written when it is first needed."""
        if number in numbers:
            return numbers[number]

        def moved(found: re.Match[bytes]) -> bytes:
            return b"%d 0 R" % self._shared(skeleton, int(found[1]), numbers)

        body = skeleton.streams.get(number)
        if body is None:
            body = _REFERENCE.sub(moved, skeleton.dictionaries[number])
        else:
            head, keyword, content = body.partition(b"stream\n")
            body = _REFERENCE.sub(moved, head) + keyword + content
        # Bodies have much in common: what is the same is written once.
        digest = blake2b(body, digest_size=16).digest()
        if digest not in self._known:
            if number in skeleton.streams:
                self._known[digest] = self._stream(body)
            else:
                self._known[digest] = self._number()
                self.put(self._known[digest], body)
        numbers[number] = self._known[digest]
        return numbers[number]

    def _page(self, node: int, body: bytes) -> int:
        number = self._number()
        self.put(number, b"<</Type /Page/Parent %d 0 R%b>>" % (node, body))
        return number

    def _stream(self, body: bytes) -> int:
        number = self._number()
        self._rows[number] = row(1, self._position, 0)
        self._write(indirect(number, body))
        return number

    def _flush(self) -> None:
        if not self._waiting:
            return
        holder = self._stream(object_stream(self._waiting))
        for at, number in enumerate(self._waiting):
            self._rows[number] = row(2, holder, at)
        self._waiting.clear()

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def _write(self, content: bytes) -> None:
        self._out.write(content)
        self._position += len(content)
