"""How large the words of a slide can be set, so that they fill it and stay on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZES: Final = (2.7, 2.5, 2.35, 2.2, 2.1, 2.0, 1.9, 1.8, 1.7, 1.62, 1.54, 1.45, 1.36)
"""Sizes of type as templates/styles/slides.css has them, in em: a slide is 64 by 36 of them."""
_LARGEST: Final = {"task": 2.7, "case": 2.5, "objectives": 2.35, "close": 2.2, "evaluation": 1.8}
_ROOM: Final = {"task": 25.0, "case": 25.0, "objectives": 26.0, "close": 22.5, "evaluation": 12.0}
"""The largest size that suits a kind of slide, and what its title and words share of its height."""
_TITLE: Final = {"task": 3.0, "case": 3.0, "objectives": 2.4, "close": 2.3, "evaluation": 2.3}
_BESIDE_THE_MINUTES: Final = {"task": 45.0, "case": 45.0, "evaluation": 47.0}
_ACROSS: Final = 56.0
_LETTER: Final = 0.455
_TITLE_LETTER: Final = 0.46
"""Width of a letter of the words and of a title, as a part of its size."""
_LEADING: Final = 1.34
_GAP: Final = 0.35
"""Height of a row, and of the space after a paragraph, as parts of the size."""
_INDENT: Final = 1.4
_ROLE: Final = 2.8
_MARKS: Final = re.compile(r"\*\*|\*|\[|\]\([^)]*\)")

_TITLES: Final = {"normal": 46, "dense": 70}
"""How many letters of a title stand on two lines at each size."""


def title_density(title: str) -> str:
    """Say how large a title can be set so that there is room for what stands below it."""
    return next((name for name, most in _TITLES.items() if len(title) <= most), "crowded")


def text_size(kind: str, title: str, paragraphs: Sequence[str], role: str | None = None) -> float:
    """Choose the largest size of type at which the words stay on their slide."""
    size = _TITLE[kind]
    across = _BESIDE_THE_MINUTES.get(kind, _ACROSS)
    left = _ROOM[kind] - _rows([title], across, size * _TITLE_LETTER) * size * 1.1
    if role:
        left -= _ROLE * _rows([role], _ACROSS - 7, 1.6 * _LETTER)
    for points in _SIZES:
        indent = points * _INDENT if kind == "objectives" else 0
        rows = _rows(paragraphs, _ACROSS - indent, points * _LETTER)
        tall = points * (rows * _LEADING + (len(paragraphs) - 1) * _GAP)
        if points <= _LARGEST[kind] and tall <= left:
            return points
    return _SIZES[-1]


def _rows(texts: Sequence[str], across: float, letter: float) -> int:
    return sum(_rows_of(_MARKS.sub("", text).split(), across / letter) for text in texts)


def _rows_of(words: Sequence[str], letters: float) -> int:
    rows, used = 1, 0.0
    for word in words:
        needed = len(word) + (1 if used else 0)
        if used and used + needed > letters:
            rows, used = rows + 1, len(word)
        else:
            used += needed
    return rows
