"""Words of a form that another system takes for words, not for pieces of its own language.

A definition may come from a stranger. What a system would obey is taken apart by a space: people
read the same, and letters and figures, by which answers find back, stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.exchange.formula_guard import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence


def without(text: str, *openings: str) -> str:
    """Take apart the beginnings of what a system understands."""
    for opening in openings:
        text = _apart(text, opening)
    return text


def cells_of(row: Sequence[str]) -> list[str]:
    """Write a row so that no spreadsheet, in which somebody looks at it, runs a cell."""
    return [f" {cell}" if cell != guarded(cell) else cell for cell in row]


def _apart(text: str, opening: str) -> str:
    """Put a space behind an opening of one sign, or between those of a longer one."""
    if len(opening) == 1:
        return re.sub(rf"{re.escape(opening)}(?=\S)", f"{opening} ", text)
    while opening in text:
        text = text.replace(opening, " ".join(opening))
    return text
