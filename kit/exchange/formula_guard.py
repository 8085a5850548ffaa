"""What a spreadsheet would run as a formula is made harmless."""

from __future__ import annotations

from typing import Final

# The wide signs of East Asian keyboards are formulas to spreadsheets set to these languages.
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could take for a formula."""
    return f"'{text}" if text.startswith(_STARTS) else text
