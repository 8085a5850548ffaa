"""Which characters of some texts the fonts of this machine have, tried before they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from kit.press.engine import VARIANT
from kit.press.fonts import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kit.press.engine import Press
    from kit.press.finisher import Finisher

_SURE = "\u017f"
"""Up to here, Latin with its first extension, every bundled face has all letters."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters that no font has, and the face of this machine for those of its faces."""

    missing: frozenset[str] = frozenset()
    faces: Mapping[str, str] | None = None

    def face(self, character: str) -> str | None:
        """Name the face that is used where the bundled fonts lack a character.

        Spaces and signs beside such letters are set in it too; that is not told.
        """
        return (self.faces or {}).get(character) if character > _SURE else None


def coverage(press: Press, texts: Iterable[str], base: Path) -> Coverage:
    """Lay out texts as they would be printed, and see which fonts the engine takes for them."""
    rare = sorted({text for text in texts if any(each > _SURE for each in text)})
    if not rare:
        return Coverage()

    def write(document: Any, finish: Finisher) -> Coverage:
        # The engine learns what fonts have only when it draws.
        document.write_pdf(finisher=finish, pdf_variant=VARIANT)
        missing: set[str] = set()
        faces: dict[str, str] = {}
        for font in document.fonts.values():
            missing.update(chr(code) for code in font.missing)
            if font.family not in FAMILIES:
                signs = {sign for text in font.to_unicode.values() for sign in text}
                faces.update(dict.fromkeys(signs, font.family))
        return Coverage(frozenset(missing), faces)

    lines = "".join(f"<p>{escape(text)}</p>" for text in rare)
    html = f'<!doctype html><html lang="en"><title>Names</title><body><h1>Names</h1>{lines}</html>'
    return press.make(html, 'p { font-family: "Kit Sans" }', base, write).result
