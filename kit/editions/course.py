"""The sessions of a series, as the guide of each lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions.hours import hours_of
from kit.editions.setting import clock_after

if TYPE_CHECKING:
    from kit.editions.setting import Setting


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A session: its number, its workshop, day, hour and place; `here` is the guide's own."""

    number: int
    title: str
    day: str | None
    start: str | None
    place: str | None
    here: bool


def course_rows(setting: Setting) -> tuple[CourseRow, ...]:
    """List the sessions of the series that a session is of, in their order."""
    occasion = setting.occasion
    if occasion is None:
        return ()
    return tuple(
        CourseRow(
            number=line.number,
            title=line.title,
            day=setting.words.day(line.date) if line.date else None,
            start=hours_of(clock_after(line.start, 0), line.time_zone, setting.words)
            if line.start
            else None,
            place=line.place,
            here=line.number == occasion.number,
        )
        for line in occasion.course
    )
