"""The session, or all sessions of a cohort, for a calendar: an iCalendar file (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kit.editions import parts
from kit.editions.calendar_view import CalendarOfAllView, CalendarView, WholeDay
from kit.editions.checkpoint_here import checkpoint_here, titled
from kit.editions.program_days import DayKind, program_days
from kit.editions.setting import minutes_of_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icalendar import Event

    from kit.editions.checkpoint_here import CheckpointHere
    from kit.editions.setting import Occasion, Setting
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop


_LISTED: Final = "- "


def view(tailored: TailoredWorkshop, setting: Setting) -> CalendarView | None:
    """Give the event, or None for a session without a date."""
    occasion = setting.occasion
    if occasion is None or occasion.date is None:
        return None
    start = timedelta(minutes=minutes_of_clock(setting.start))
    begins = datetime.fromisoformat(occasion.date) + start
    return CalendarView(
        identity=parts.identity(tailored, setting),
        title=titled(tailored.workshop.title, checkpoint_here(setting), setting),
        begins=begins.replace(tzinfo=_zone(occasion.time_zone)),
        minutes=tailored.minutes,
        place=occasion.place,
        lines=_lines(tailored, setting, occasion),
        changed=occasion.changed,
        whole=(occasion.cohort, occasion.session, tailored.name),
    )


def view_of_all(tailored: TailoredWorkshop, setting: Setting) -> CalendarOfAllView | None:
    """Give the events of all sessions with the first one's packet; None where they are not two."""
    occasion = setting.occasion
    if occasion is None or occasion.number != 1 or len(setting.calendar) < 2:  # noqa: PLR2004
        return None
    title = occasion.course_title or occasion.cohort
    return CalendarOfAllView(
        parts.identity(tailored, setting),
        title,
        setting.calendar,
        tuple(_days_of_program(occasion, setting)),
    )


def _days_of_program(occasion: Occasion, setting: Setting) -> Iterator[WholeDay]:
    """Give the days of a program that are no sessions."""
    if occasion.program is None:
        return
    cohort = occasion.session.partition("/")[0]
    count = 0
    for each in program_days(occasion.program, occasion.course):
        if each.kind is DayKind.DIARY:
            count += 1  # an entry that moves stays the same entry
            words, what = setting.words("program_diary"), str(count)
        elif each.kind is DayKind.FOLLOW_UP and each.line:
            words = setting.words("program_follow_up", title=each.line.title)
            what = each.line.session
        else:
            continue
        title = f"{words} ({occasion.course_title})" if occasion.course_title else words
        yield WholeDay(each.day, title, occasion.changed, (cohort, each.kind, what))


def _zone(name: str | None) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _lines(tailored: TailoredWorkshop, setting: Setting, occasion: Occasion) -> tuple[str, ...]:
    """Say what the session is, who leads it, what it is for, and what to bring."""
    workshop, words = tailored.workshop, setting.words
    numbers = parts.sheet_numbers(tailored)
    prework = tailored.prework
    led_by = ", ".join(occasion.instructors)
    about = (
        workshop.subtitle,
        occasion.series,
        occasion.institution,
        words("minutes", n=tailored.minutes),
        " ".join((words("message_where"), occasion.place)) if occasion.place else "",
        " ".join((words("calendar_led_by"), led_by)) if led_by else "",
    )
    objectives = [f"{_LISTED}{line.text}" for line in parts.objectives(tailored)]
    sheets = [
        f"{_LISTED}{words('sheet', n=numbers[sheet.id])}: {sheet.title}"
        for sheet in tailored.worksheets
        if prework and sheet.id in prework.uses
    ]
    prepare = [words("calendar_pre_work", n=prework.minutes), *sheets] if prework else []
    checkpoint = checkpoint_here(setting)
    return (
        titled(workshop.title, checkpoint, setting),
        *(line for line in about if line),
        "",
        words("objectives_lead_participants"),
        *objectives,
        "",
        *prepare,
        *_what_to_bring(checkpoint, words),
    )


def _what_to_bring(checkpoint: CheckpointHere | None, words: Words) -> Iterator[str]:
    """Say what a check-point wants people to bring, and what it asks; elsewhere, a pen."""
    if checkpoint is None or not checkpoint.bring:
        yield words("message_bring_pen")
    if checkpoint and checkpoint.bring:
        yield f"{words('program_bring')}:"
        yield from (f"{_LISTED}{each}" for each in checkpoint.bring)
    if checkpoint and checkpoint.ask:
        yield f"{words('program_ask')}:"
        yield from (f"{_LISTED}{each}" for each in checkpoint.ask)


def write(view: CalendarView, plain: Callable[[str], str] = str) -> str:
    """Write the file of one session; `plain` takes the marks out of a text."""
    return _written([view], plain)


def write_all(view: CalendarOfAllView, plain: Callable[[str], str] = str) -> str:
    """Write the file of all sessions; each is the same event as in the file of its own."""
    return _written(view.events, plain, view.title, view.days)


def _written(
    events: tuple[CalendarView, ...] | list[CalendarView],
    plain: Callable[[str], str],
    title: str = "",
    days: tuple[WholeDay, ...] = (),
) -> str:
    from icalendar import Calendar  # noqa: PLC0415 - slow to load

    calendar = Calendar()
    calendar.add("prodid", "-//Workshop Kit//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if title:
        calendar.add("x-wr-calname", title)
    for each in events:
        calendar.add_component(_event(each, plain))
    for day in days:
        calendar.add_component(_whole_day(day, plain))
    return str(calendar.to_ical(), "utf-8")


def _event(view: CalendarView, plain: Callable[[str], str]) -> Event:
    """Make an event. With a zone the time is in UTC, which every calendar shows as its own.

    It keeps its identity when it is moved, so that it moves in people's calendars, too: that of the
    cohort, the session's id and the workshop. Its stamp is when the cohort's file last changed: of
    two files a calendar takes the newer one, and the same cohort gives the same file.
    """
    from icalendar import Event  # noqa: PLC0415 - slow to load

    begins = view.begins.astimezone(UTC) if view.begins.tzinfo else view.begins
    event = Event()
    event.add("uid", _uid(view.whole))
    event.add("dtstamp", datetime.fromtimestamp(view.changed, UTC))
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=view.minutes))
    event.add("summary", plain(view.title))
    if view.place:
        event.add("location", view.place)
    event.add("description", "\n".join(_plain_line(line, plain) for line in view.lines))
    return event


def _whole_day(view: WholeDay, plain: Callable[[str], str]) -> Event:
    """Make an event of a whole day, which keeps nobody from being free."""
    from icalendar import Event  # noqa: PLC0415 - slow to load

    event = Event()
    event.add("uid", _uid(view.whole))
    event.add("dtstamp", datetime.fromtimestamp(view.changed, UTC))
    event.add("dtstart", view.day)
    event.add("dtend", view.day + timedelta(days=1))
    event.add("summary", plain(view.title))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(whole: tuple[str, ...]) -> str:
    return f"{sha256(chr(31).join(whole).encode()).hexdigest()[:32]}@workshop-kit"


def _plain_line(line: str, plain: Callable[[str], str]) -> str:
    """Take the marks out of a line, but for the one that makes it a line of a list."""
    mark = _LISTED if line.startswith(_LISTED) else ""
    return f"{mark}{plain(line.removeprefix(_LISTED))}" if line else ""
