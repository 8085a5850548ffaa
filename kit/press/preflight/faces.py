"""Signs that the kit's faces lack. The engine takes another face in silence, or prints a box."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kit.errors import Problem
from kit.press.fonts import FAMILIES, font_files
from kit.press.journal import named_characters
from kit.press.preflight.proof import Proof, quoted, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.press.preflight.sheets import Sheets


def foreign_faces(proof: Proof) -> Iterator[Problem]:
    """Tell of each face in the document that no style names, and for which characters."""
    document = proof.document
    strangers = [font for font in document.fonts.values() if font.family not in FAMILIES]
    if not strangers:
        return
    asked = {family for page in document.pages for family in _families_asked(page)}
    by_family: dict[str, set[str]] = {}
    for font in strangers:
        if font.family.casefold() not in asked:
            characters = {sign for text in font.to_unicode.values() for sign in text}
            by_family.setdefault(font.family, set()).update(characters - proof.told)
    for family, characters in sorted(by_family.items()):
        ours = characters & _characters()
        others = "".join(characters - ours)
        if listed := named_characters(others):
            yield warning(
                "font-fallback",
                f"{_place(others, proof.sheets)}The kit's fonts do not have {listed}; the face "
                f"“{family}” of this machine is used, and pages may differ on another machine.",
                "Write it in another way, draw symbols as SVG, or bring a font with @font-face "
                "and name it in font-family.",
            )
        elif listed := named_characters("".join(ours), 6):
            yield warning(
                "font-fallback",
                f"Some text ({listed}) is set in “{family}” of this machine, which no style names; "
                "pages may differ on another machine.",
                'Name a font in its font-family: "Kit Serif" or "Kit Sans". In an SVG, each text '
                "needs its own.",
            )


def boxed_signs(proof: Proof) -> Iterator[Problem]:
    """Tell of signs that no font on this machine has. That is an error: they cannot be read."""
    if proof.boxed:
        yield Problem(
            "no-glyph",
            f"{_place(proof.boxed, proof.sheets)}No font on this machine can show "
            f"{named_characters(proof.boxed)}; an empty box is printed instead.",
            hint="Use another character, or install a font that has it.",
        )


def _place(signs: str, sheets: Sheets) -> str:
    """Say on which page one of the signs stands first and with what words, if a text has it."""
    wanted = {sign for sign in signs if not sign.isspace()}
    for sheet in sheets.pages:
        for mark in (*sheet.marks, *sheet.in_margins):
            if not wanted.isdisjoint(mark.words):
                return f"Page {sheet.number}, {quoted(mark.words)}: "
    return ""


def _families_asked(page: Any) -> set[str]:
    styles = (getattr(part, "style", None) for part in page._page_box.descendants())  # noqa: SLF001
    return {
        family.casefold()
        for style in styles
        if style is not None
        for family in style["font_family"]
    }


@cache
def _characters() -> frozenset[str]:
    """What every bundled face can show."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only now needed

    shared: set[int] | None = None
    for file in font_files():
        with TTFont(file, lazy=True) as font:
            covered = set(font.getBestCmap())
        shared = covered if shared is None else shared & covered
    return frozenset(chr(code) for code in shared or ())
