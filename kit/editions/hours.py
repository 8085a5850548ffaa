"""Hours as they are printed: with the place whose time they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.editions.setting import clock_after

if TYPE_CHECKING:
    from kit.editions.setting import CourseLine
    from kit.reading.words import Words


def hours_of(hours: str, time_zone: str | None, words: Words) -> str:
    """Say whose time hours are: of `America/New_York`, “12:00, New York time”."""
    if not time_zone:
        return hours
    place = time_zone.rpartition("/")[2].replace("_", " ")
    if "/" in time_zone:
        return words("hours_of_place", hours=hours, place=place)
    return f"{hours} ({place})"


def course_hours(line: CourseLine, words: Words) -> str | None:
    """Say from when to when a session of a course is, or its start where no end is known."""
    if line.start is None:
        return None
    start = clock_after(line.start, 0)
    if line.minutes is None:
        return hours_of(start, line.time_zone, words)
    end = clock_after(line.start, line.minutes)
    return hours_of(words("starts_ends", start=start, end=end), line.time_zone, words)
