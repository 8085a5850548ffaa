"""Whether a table still fits a page when its words are set in large print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.rendering.figures.text_width import MM, Face, width
from kit.rendering.markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE: Final = 18
"""Points: the smallest type of a document in large print."""
_PAGE: Final = 174.0
"""Millimetres between the margins of the narrower paper."""
_PADDING: Final = 6.5
_TO_WRITE_IN: Final = 40.0
"""Millimetres that a few words in a large hand take."""


def fits_large(
    titles: Sequence[str], shares: Sequence[float | None], rows: Sequence[str] = ()
) -> bool:
    """Say whether a table can stay one: each column takes its longest word, and handwriting.

    `titles` and `shares` are those of its columns, the latter in percent, None where what is left
    is divided evenly; `rows` are what its first column says.
    """
    columns = [(title, *(rows if number == 0 else ())) for number, title in enumerate(titles)]
    given = [share for share in shares if share]
    open_columns = len(columns) - len(given)
    even = (100 - sum(given)) / open_columns if open_columns else 0
    for texts, share in zip(columns, shares, strict=True):
        across = _PAGE * (share or even) / 100
        if across < _TO_WRITE_IN or _longest(texts) > across - _PADDING:
            return False
    return True


def _longest(texts: Sequence[str]) -> float:
    words = [word for text in texts for word in plain_text(text).split()]
    return max((width(word, SIZE, Face.SEMIBOLD) * MM for word in words), default=0.0)
