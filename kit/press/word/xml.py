"""Word's XML as text: measures, escapes, names."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final
from xml.sax.saxutils import escape, quoteattr

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
NAMESPACES: Final = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{W14}"'

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST_BOOKMARK = 36


def twips(mm: float) -> int:
    """Give millimetres in twentieths of a point."""
    return round(mm * 72 * 20 / 25.4)


def points(value: float) -> int:
    """Give points in twentieths of a point."""
    return round(value * 20)


def emu(mm: float) -> int:
    """Give millimetres in the units of drawings."""
    return round(mm * 36000)


def writable(words: str) -> str:
    """Leave out the few characters that XML cannot hold."""
    return _UNWRITABLE.sub("", words)


def written(words: str) -> str:
    """Write words as XML, without the few characters that XML cannot hold."""
    return escape(writable(words))


def quoted(words: str) -> str:
    """Write words as an attribute's value, with its quotes."""
    return quoteattr(writable(words))


def bookmark(anchor: str) -> str:
    """Name a bookmark: letters, digits and lines, at most forty."""
    name = re.sub(r"\W", "_", anchor)
    if len(name) > _LONGEST_BOOKMARK:
        name = f"{name[:24]}_{blake2b(anchor.encode(), digest_size=5).hexdigest()}"
    return f"k_{name}"


def style_id(name: str) -> str:
    """Name a style as other parts refer to it."""
    return re.sub(r"[^A-Za-z0-9]", "", name.title() if name.islower() else name)
