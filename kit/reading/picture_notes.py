"""What a picture's file says besides the picture: camera, place, author, times. Taken out here.

Nothing is decoded and written anew, so that not a point changes: only parts of the file are left
out. What is needed to show it stays: colors, and which side of a photograph is up.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_EXIF: Final = b"Exif\x00\x00"
_NEEDED_CHUNKS: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"}
    | {b"cICP", b"pHYs"}
)
_NEEDED_SEGMENTS: Final = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
"""Application segments that say what the colors mean, by marker, and how they begin."""
_NOTES: Final = frozenset({*range(0xE0, 0xF0), 0xFE})
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without content."""
_SCAN, _END = 0xDA, 0xD9
_IN_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker that ends the points of a scan."""
_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = 1
_MOST_ORIENTATIONS: Final = 8


def without_notes(content: bytes) -> bytes:
    """Give a PNG or JPEG without its notes.

    Raises:
        ValueError: the file is neither, or it ends too early.
    """
    if content.startswith(_PNG):
        return _PNG + b"".join(chunk for kind, chunk in _chunks(content) if kind in _NEEDED_CHUNKS)
    if content.startswith(_JPEG):
        parts = list(_segments(content))
        turned = next((way for marker, part in parts if (way := _turned(marker, part))), _UPRIGHT)
        kept = [part for marker, part in parts if _is_needed(marker, part)]
        # Behind JFIF, which has to be first.
        at = 1 if parts and parts[0][0] == 0xE0 and kept[:1] == [parts[0][1]] else 0  # noqa: PLR2004
        note = [] if turned == _UPRIGHT else [_orientation(turned)]
        return b"".join([_JPEG, *kept[:at], *note, *kept[at:]])
    raise ValueError("neither PNG nor JPEG")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the kind and the bytes of each chunk of a PNG, up to its end."""
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        if at + 12 > len(content):
            raise ValueError("a PNG that ends too early")
        (size,) = struct.unpack(">I", content[at : at + 4])
        kind = content[at + 4 : at + 8]
        yield kind, content[at : at + 12 + size]
        at += 12 + size


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the marker and the bytes of each segment of a JPEG; a scan's points belong to it."""
    at, marker = len(_JPEG), 0
    while marker != _END:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 2 > len(content) or content[at] != 0xFF:  # noqa: PLR2004
            raise ValueError("a JPEG that ends too early")
        marker = content[at + 1]
        end = at + 2
        if marker not in _ALONE and marker != _END:
            if at + 4 > len(content):
                raise ValueError("a JPEG that ends too early")
            end += struct.unpack(">H", content[at + 2 : at + 4])[0]
        if marker == _SCAN:
            found = _IN_SCAN.search(content, end)
            end = found.start() if found else len(content)
        yield marker, content[at:end]
        at = end


def _is_needed(marker: int, part: bytes) -> bool:
    if marker not in _NOTES:
        return True
    begin = _NEEDED_SEGMENTS.get(marker)
    return begin is not None and part[4:].startswith(begin)


def _turned(marker: int, part: bytes) -> int | None:
    """Read from an EXIF segment how the camera was held, from 1 to 8."""
    if marker != 0xE1 or not part[4:].startswith(_EXIF):  # noqa: PLR2004
        return None
    notes = part[4 + len(_EXIF) :]
    order = {b"II": "<", b"MM": ">"}.get(notes[:2])
    if order is None or len(notes) < 8:  # noqa: PLR2004
        return None
    (first,) = struct.unpack(f"{order}I", notes[4:8])
    (count,) = struct.unpack(f"{order}H", notes[first : first + 2].ljust(2, b"\x00"))
    for at in range(first + 2, min(first + 2 + 12 * count, len(notes) - 11), 12):
        tag, kind, _, value = struct.unpack(f"{order}HHIH", notes[at : at + 10])
        if (tag, kind) == (_ORIENTATION, 3) and _UPRIGHT <= value <= _MOST_ORIENTATIONS:
            return int(value)
    return None


def _orientation(turned: int) -> bytes:
    """Write an EXIF segment that says nothing but which side is up."""
    notes = _EXIF + b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes
