"""A day as files write it: year, month and day."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date


def day_of(text: str | None) -> date | None:
    """Read a day; None where there is no such day, which is told where files are checked."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def months_after(day: date, months: int) -> date:
    """Give the same day some months later, or the last one of a month that has fewer."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = min(day.year + years, MAXYEAR), month + 1  # further on, there are no days
    return date(year, month, min(day.day, monthrange(year, month)[1]))
