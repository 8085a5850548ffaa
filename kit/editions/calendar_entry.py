"""The session for a calendar, as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kit.editions import parts
from kit.editions.setting import minutes_of_clock

if TYPE_CHECKING:
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class CalendarView:
    """One event: what, when and where. `begins` has a zone where the cohort names one."""

    identity: parts.Identity
    begins: datetime
    minutes: int
    place: str | None
    prework: str | None


def view(tailored: TailoredWorkshop, setting: Setting) -> CalendarView | None:
    """Give the event, or None for a session without a date."""
    occasion = setting.occasion
    if occasion is None or occasion.date is None:
        return None
    start = timedelta(minutes=minutes_of_clock(setting.start))
    begins = datetime.fromisoformat(occasion.date) + start
    return CalendarView(
        identity=parts.identity(tailored, setting),
        begins=begins.replace(tzinfo=_zone(occasion.time_zone)),
        minutes=tailored.minutes,
        place=occasion.place,
        prework=setting.words("calendar_pre_work", n=tailored.prework.minutes)
        if tailored.prework
        else None,
    )


def _zone(name: str | None) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def write(view: CalendarView) -> str:
    """Write the file. With a zone the time is in UTC, which every calendar shows as its own.

    The event's identity is that of the cohort, the workshop and the place in the series, so that a
    session that is moved moves in the calendar, too.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - slow to load

    identity = view.identity
    cohort = identity.occasion.cohort if identity.occasion else ""
    begins = view.begins.astimezone(UTC) if view.begins.tzinfo else view.begins
    event = Event()
    event.add("uid", _uid(cohort, identity.workshop, identity.series))
    event.add("dtstamp", begins if begins.tzinfo else begins.replace(tzinfo=UTC))
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=view.minutes))
    event.add("summary", identity.title)
    if view.place:
        event.add("location", view.place)
    event.add("description", "\n".join(_lines(view)))
    calendar = Calendar()
    calendar.add("prodid", "-//Workshop Kit//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _uid(*parts_of_it: str | None) -> str:
    whole = "\x1f".join(part or "" for part in parts_of_it)
    return f"{sha256(whole.encode()).hexdigest()[:32]}@workshop-kit"


def _lines(view: CalendarView) -> list[str]:
    identity = view.identity
    lines = [identity.series] if identity.series else []
    if identity.occasion and identity.occasion.institution:
        lines.append(identity.occasion.institution)
    if view.prework:
        lines.append(view.prework)
    return lines or [identity.title]
