"""Faces that no style asked for. The engine takes them in silence where a font lacks a sign."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kit.errors import Problem, Severity
from kit.press.fonts import FAMILIES, font_files
from kit.press.journal import named_characters

if TYPE_CHECKING:
    from collections.abc import Iterator


def fallbacks(document: Any, told: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Tell of each face in the document that no style names, and for which characters.

    Of those in `told` it is said elsewhere.
    """
    strangers = [font for font in document.fonts.values() if font.family not in FAMILIES]
    if not strangers:
        return
    asked = {family for page in document.pages for family in _families_asked(page)}
    by_family: dict[str, set[str]] = {}
    for font in strangers:
        if font.family.casefold() not in asked:
            characters = {sign for text in font.to_unicode.values() for sign in text}
            by_family.setdefault(font.family, set()).update(characters - told)
    for family, characters in sorted(by_family.items()):
        ours = characters & _characters()
        if others := named_characters("".join(characters - ours)):
            yield _warning(
                f"The kit's fonts do not have {others}; the face “{family}” of this machine is "
                "used, and pages may differ on another machine.",
                "Write it in another way, draw symbols as SVG, or bring a font with @font-face "
                "and name it in font-family.",
            )
        elif words := named_characters("".join(ours), 6):
            yield _warning(
                f"Some text ({words}) is set in “{family}” of this machine, which no style names; "
                "pages may differ on another machine.",
                'Name a font in its font-family: "Kit Serif" or "Kit Sans". In an SVG, each text '
                "needs its own.",
            )


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


def _warning(message: str, hint: str) -> Problem:
    return Problem("font-fallback", message, hint=hint, severity=Severity.WARNING)
