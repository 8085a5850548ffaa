"""A day as files write it: year, month and day."""

from __future__ import annotations

from datetime import date


def day_of(text: str | None) -> date | None:
    """Read a day; None where there is no such day, which is told where files are checked."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
