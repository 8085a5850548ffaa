"""Mends the typeface of the fields: which characters its glyphs stand for.

The engine embeds a typeface that is typed in whole, and then says of its glyphs what the file's own
table says: some stand for no character, and the ligatures and variants that the page's words are
set with are missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kit.press.tag_tree import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRY = re.compile(rb"^<([0-9a-f]{4})> <([0-9a-f]+)>$")
_NO_CHARACTERS = frozenset({b"0000", b"feff", b"fffe"})
_MOST = 100
"""Entries that a list of a ToUnicode map may have."""


def mend_typefaces(document: Any, pdf: Any) -> None:
    """Mend the ToUnicode maps of the typefaces that fields are typed in."""
    shared = pdf.catalog["AcroForm"].get("DR")
    if shared is None:
        return
    fonts = pdf.objects[number_of(pdf.objects[number_of(shared)]["Font"])]
    for face in document.fonts.values():
        if face.used_in_forms:
            font = pdf.objects[number_of(fonts[face.hash])]
            _mend(pdf.objects[number_of(font["ToUnicode"])], _used(document, face.hash))


def _used(document: Any, name: str) -> dict[bytes, bytes]:
    """Say what the words of the pages mean by the glyphs of a typeface, in hexadecimal figures."""
    return {
        f"{glyph:04x}".encode(): text.encode("utf-16-be").hex().encode()
        for face in document.fonts.values()
        if face.hash == name
        for glyph, text in face.to_unicode.items()
        if text
    }


def _mend(stream: Any, used: dict[bytes, bytes]) -> None:
    lines = stream.stream
    listed = [at for at, line in enumerate(lines) if line.endswith(b"beginbfchar")]
    entries = {
        found[1]: found[2]
        for line in lines
        if (found := _ENTRY.match(line)) and found[2] not in _NO_CHARACTERS
    }
    entries |= used
    after = len(lines) - lines[::-1].index(b"endbfchar")
    lines[listed[0] : after] = list(_lists(sorted(entries.items())))


def _lists(entries: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for at in range(0, len(entries), _MOST):
        some = entries[at : at + _MOST]
        yield f"{len(some)} beginbfchar".encode()
        yield from (b"<%s> <%s>" % entry for entry in some)
        yield b"endbfchar"
