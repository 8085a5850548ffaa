"""Hours as they are printed: with the place whose time they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.reading.words import Words


def hours_of(hours: str, time_zone: str | None, words: Words) -> str:
    """Say whose time hours are: of `America/New_York`, “12:00, New York time”."""
    if not time_zone:
        return hours
    place = time_zone.rpartition("/")[2].replace("_", " ")
    if "/" in time_zone:
        return words("hours_of_place", hours=hours, place=place)
    return f"{hours} ({place})"
