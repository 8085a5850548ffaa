"""Pages and the sheets of paper they take."""

from __future__ import annotations


def sheets_for(pages: int, *, duplex: bool = True) -> int:
    """How many sheets of paper one copy takes, printed on both sides or on one."""
    return -(-pages // 2) if duplex else pages
