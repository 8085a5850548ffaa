"""The plan of a program: its months, stages and mentors on one sheet, for every participant."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kit.editions import contacts, parts
from kit.editions.hours import course_hours
from kit.editions.program_days import DayKind, ProgramDay, program_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.program import MentorKind, Program
    from kit.editions.identity import Identity
    from kit.editions.setting import CourseLine, Setting
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A session or check-point: its day, hours and place; `stage` is the one looked at."""

    day: str
    title: str
    hours: str | None
    place: str | None
    stage: str | None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month: its meetings, the days of diary entries, and the forms that come by message."""

    month: str
    meetings: tuple[MeetingLine, ...]
    diary: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage with its number, and the day by which it is looked at."""

    number: int
    title: str
    happens: str
    can: str
    looked_at: str | None


@dataclass(frozen=True, slots=True)
class MentorLine:
    """A kind of mentor: what they do, what they pass on, how they are prepared."""

    title: str
    does: tuple[str, ...]
    passes_up: tuple[str, ...]
    trained: str | None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A check-point as those read it who come to it."""

    day: str | None
    stage: str
    who: str
    bring: tuple[str, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgramPlanView:
    """The whole plan."""

    identity: Identity
    title: str
    span: str
    about: str | None
    months: tuple[MonthRow, ...]
    with_diary: bool
    with_forms: bool
    diary: str | None
    stages: tuple[StageLine, ...]
    mentors: tuple[MentorLine, ...]
    checks: tuple[CheckLine, ...]
    turn_to: str | None
    contacts: tuple[contacts.ContactLine, ...]
    contact: str | None


def view(tailored: TailoredWorkshop, setting: Setting) -> ProgramPlanView | None:
    """Make the plan with the first session's packet; None elsewhere, or without a program."""
    occasion, words = setting.occasion, setting.words
    if occasion is None or occasion.program is None or occasion.number != 1:
        return None
    program, course = occasion.program, occasion.course
    months = _months(program, course, words)
    span = (words.day(program.begins), words.day(program.ends))
    return ProgramPlanView(
        identity=parts.identity(tailored, setting),
        title=program.title,
        span=words("program_span", begins=span[0], ends=span[1]),
        about=program.about,
        months=months,
        with_diary=any(each.diary for each in months),
        with_forms=any(each.forms for each in months),
        diary=program.diary.text if program.diary else None,
        stages=stage_lines(program, course, words),
        mentors=tuple(
            _mentor(each) for each in (program.mentors.senior, program.mentors.peer) if each
        ),
        checks=tuple(_checks(program, course, words)),
        turn_to=program.turn_to,
        contacts=contacts.contact_lines(setting),
        contact=parts.contact(tailored),
    )


def stage_lines(
    program: Program, course: Sequence[CourseLine], words: Words
) -> tuple[StageLine, ...]:
    """Number the stages, with the first day on which a check-point looks at each."""
    dates = {each.session: each.date for each in course}
    looked_at: dict[str, str] = {}
    for check in program.checkpoints:
        if day := dates.get(check.session):
            looked_at.setdefault(check.stage, words.day(day))
    return tuple(
        StageLine(number, each.title, each.happens, each.can or "", looked_at.get(each.id))
        for number, each in enumerate(program.own_stages, 1)
    )


def stage_titles(program: Program) -> dict[str, str]:
    """Give the titles of the stages by their ids."""
    return {each.id: each.title for each in program.own_stages}


def _months(program: Program, course: Sequence[CourseLine], words: Words) -> tuple[MonthRow, ...]:
    titles = stage_titles(program)
    days = program_days(program, course)
    return tuple(
        _month(list(each), titles, words)
        for _, each in groupby(days, key=lambda each: (each.day.year, each.day.month))
    )


def _month(days: list[ProgramDay], titles: dict[str, str], words: Words) -> MonthRow:
    meetings = [
        MeetingLine(
            day=words.day(each.day.isoformat()),
            title=each.line.title,
            hours=course_hours(each.line, words),
            place=each.line.place,
            stage=titles.get(each.stage),
        )
        for each in days
        if each.line and each.kind in {DayKind.SESSION, DayKind.CHECKPOINT}
    ]
    return MonthRow(
        month=words.month(days[0].day),
        meetings=tuple(meetings),
        diary=tuple(str(each.day.day) for each in days if each.kind is DayKind.DIARY),
        forms=tuple(
            words("program_form", day=each.day.day, title=each.line.title if each.line else "")
            for each in days
            if each.kind is DayKind.FOLLOW_UP
        ),
    )


def _mentor(kind: MentorKind) -> MentorLine:
    return MentorLine(kind.title, kind.does, kind.passes_up, kind.trained)


def _checks(program: Program, course: Sequence[CourseLine], words: Words) -> list[CheckLine]:
    dates = {each.session: each.date for each in course}
    titles = stage_titles(program)
    return [
        CheckLine(
            day=words.day(day) if (day := dates.get(each.session)) else None,
            stage=titles.get(each.stage, each.stage),
            who=each.who,
            bring=each.bring,
            ask=each.ask,
        )
        for each in program.checkpoints
    ]
