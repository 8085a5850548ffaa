"""One person's packet, assembled from what all copies share and what is its own."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.press.packets.skeleton import indirect, row, stream

if TYPE_CHECKING:
    from kit.errors import Problem
    from kit.press.packets.skeleton import Skeleton


@dataclass(frozen=True, slots=True)
class Own:
    """What only one copy has: its streams' operators, its information, and its metadata."""

    operators: tuple[bytes, ...]
    information: bytes
    metadata: bytes


@dataclass(frozen=True, slots=True)
class PacketFile:
    """A finished packet.

    `direct` says that it was laid out for this person alone, `reason` why, and `problems` what went
    wrong in it: a sign that no font has, say. `pdf` is put together when it is asked for: keep
    many, and they take little memory.
    """

    key: str
    skeleton: Skeleton
    own: Own
    direct: bool = False
    reason: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.skeleton.pages)

    @property
    def pdf(self) -> bytes:
        """The file's bytes."""
        return assembled(self.skeleton, self.own)


def own_objects(own: Own) -> list[bytes]:
    """Give the bodies of a copy's own objects, in the order of their numbers."""
    metadata = stream(own.metadata, b"/Type /Metadata/Subtype /XML", compress=True)
    return [*(stream(each) for each in own.operators), own.information, metadata]


def assembled(skeleton: Skeleton, own: Own) -> bytes:
    """Put a file together: the shared objects, the copy's own, and where each of them is."""
    objects = own_objects(own)
    parts, rows, position = [skeleton.prefix], [skeleton.rows], len(skeleton.prefix)
    for number, body in enumerate(objects, skeleton.first_own):
        part = indirect(number, body)
        parts.append(part)
        rows.append(row(1, position, 0))
        position += len(part)
    number = skeleton.first_own + len(objects)
    rows.append(row(1, position, 0))
    extra = b"/Type /XRef/W [1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/Filter /FlateDecode" % (
        number + 1,
        skeleton.root,
        number - 2,
    )
    table = zlib.compress(b"".join(rows), 1)
    parts.append(indirect(number, stream(table, extra)))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
    return b"".join(parts)
