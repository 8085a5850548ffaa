"""The sessions of a series, as the guide of each lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions.hours import course_hours

if TYPE_CHECKING:
    from kit.editions.setting import Setting


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A session: its number, its workshop, day, hours and place; `here` is the guide's own."""

    number: int
    title: str
    day: str | None
    hours: str | None
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
            hours=course_hours(line, setting.words),
            place=line.place,
            here=line.number == occasion.number,
        )
        for line in occasion.course
    )
