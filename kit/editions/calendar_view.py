"""Events and days as a calendar file has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from kit.editions.identity import Identity


@dataclass(frozen=True, slots=True)
class CalendarView:
    """One event: what, when and where. `begins` has a zone where the cohort names one.

    `title` has the stage of a check-point. `lines` say the rest in words, an empty one between
    paragraphs. `changed` is when the cohort's file last was, in seconds since 1970; `whole` names
    it apart from all other events.
    """

    identity: Identity
    title: str
    begins: datetime
    minutes: int
    place: str | None
    lines: tuple[str, ...]
    changed: int
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WholeDay:
    """A day without an hour, of a program: a diary entry that is due, a form that comes."""

    day: date
    title: str
    changed: int
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarOfAllView:
    """The events of all sessions of a cohort that have a date, and what they are together.

    `days` are those of its program between the sessions.
    """

    identity: Identity
    title: str
    events: tuple[CalendarView, ...]
    days: tuple[WholeDay, ...] = ()
