"""What is on which day of a program: sessions, check-points, diary entries, follow-up forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.definitions.day import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.definitions.program import Program
    from kit.editions.setting import CourseLine


class DayKind(StrEnum):
    """What a day of a program is."""

    SESSION = "session"
    CHECKPOINT = "checkpoint"
    DIARY = "diary"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True)
class ProgramDay:
    """One thing on one day. `line` is its session, `stage` the id of the stage looked at."""

    day: date
    kind: DayKind
    line: CourseLine | None = None
    stage: str = ""


def program_days(program: Program, course: Sequence[CourseLine]) -> tuple[ProgramDay, ...]:
    """Give all days of a program in their order; what has no date that there is, is left out."""
    found = (*_sessions(program, course), *_diary(program), *_follow_ups(program, course))
    return tuple(sorted(found, key=lambda each: (each.day, each.kind != DayKind.SESSION)))


def _sessions(program: Program, course: Sequence[CourseLine]) -> Iterator[ProgramDay]:
    stages = {each.session: each.stage for each in program.checkpoints}
    for line in course:
        if day := day_of(line.date):
            stage = stages.get(line.session, "")
            kind = DayKind.CHECKPOINT if stage else DayKind.SESSION
            yield ProgramDay(day, kind, line, stage)


def _diary(program: Program) -> Iterator[ProgramDay]:
    if program.diary is None:
        return
    day, last = day_of(program.diary.begins), day_of(program.ends)
    if day is None or last is None:
        return
    every = program.diary.every_weeks
    for number in range((last - day).days // (7 * every) + 1):
        yield ProgramDay(day + timedelta(weeks=number * every), DayKind.DIARY)


def _follow_ups(program: Program, course: Sequence[CourseLine]) -> Iterator[ProgramDay]:
    lines = {each.session: each for each in course}
    for each in program.follow_ups:
        if day := day_of(each.date):
            yield ProgramDay(day, DayKind.FOLLOW_UP, lines.get(each.session))
