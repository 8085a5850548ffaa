"""Signs that stand in a line of text or before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from kit.rendering.figures.shapes import draw_shape
from kit.rendering.figures.svg import Drawing

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Final = {
    "checkbox": "box to tick",
    "circle": "circle",
    "square": "square",
    "triangle": "triangle",
    "star": "star",
    "double-ring": "double ring",
    "scissors": "cut here",
    "person": "person",
    "solo": "alone",
    "pairs": "in pairs",
    "triads": "in threes",
    "tables": "at tables",
    "plenary": "all together",
}
"""What each sign says, for other languages to replace."""


def symbols(
    shape: str,
    *,
    size_mm: float = 4,
    id: str = "",  # noqa: A002 - the attribute that it becomes
    title: str | None = None,
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw one sign, as high and as wide as given; `title` replaces what it says.

    Raises:
        KeyError: there is no such sign.
    """
    drawing = Drawing(size_mm, size_mm)
    draw_shape(drawing, shape, (size_mm / 2, size_mm / 2), size_mm)
    return drawing.finish(f"symbol figure-{shape}", id, title or words[shape])


def symbol_uri(shape: str, *, size_mm: float = 4) -> str:
    """Give a sign as an address for style sheets (`url("…")`): decoration that says nothing.

    Raises:
        KeyError: there is no such sign.
    """
    return "data:image/svg+xml," + quote(symbols(shape, size_mm=size_mm), safe="/:=@,;()")
