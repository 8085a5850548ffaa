from __future__ import annotations

from kit.editions.hours import hours_of
from kit.reading.words import ENGLISH


def test_hours_are_of_a_place() -> None:
    assert hours_of("12:00", None, ENGLISH) == "12:00"
    assert hours_of("12:00", "America/New_York", ENGLISH) == "12:00, New York time"
    assert hours_of("12:00", "UTC", ENGLISH) == "12:00 (UTC)"
