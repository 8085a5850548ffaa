"""Minutes with their noun, in the documents' own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.reading.words import Words


def counted(minutes: int, words: Words) -> str:
    """Write minutes with their noun: 1 minute, 2 minutes."""
    return words("one_minute") if minutes == 1 else words("minutes", n=minutes)
