"""What a session's documents depend on besides the workshop itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kit.errors import KitError, Problem
from kit.reading.words import ENGLISH, Words

if TYPE_CHECKING:
    from kit.definitions.certificate import CertificateWords
    from kit.definitions.contact import Contact, EscalationStep
    from kit.definitions.program import Program
    from kit.editions.calendar_view import CalendarView
    from kit.reading.logo import Logo

Paper = Literal["letter", "a4"]


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One session of a series: its id, its place in it, what is taught, when and where.

    `minutes` are there where its workshop can be read.
    """

    session: str
    number: int
    title: str
    date: str | None = None
    start: str | None = None
    place: str | None = None
    time_zone: str | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """The dated run that a packet is for: whose it is, when and where, and who leads.

    `session` names it in the files: `pgy1-2027/needs`. `changed` is when the cohort's file last
    was, in seconds since 1970.
    `series` says which session of which series it is, `number` which line of `course`,
    `course_title` what the series is called.
    `differences` say for the instructor what is other than in the workshop, in an educator's words.
    `certificate` is what the provider says on certificates of attendance.
    `program` is what the sessions are a part of, with its stages in it.
    `contacts` are whom to turn to here, those for the instructor alone included.
    """

    cohort: str
    institution: str | None = None
    date: str | None = None
    time_zone: str | None = None
    place: str | None = None
    instructors: tuple[str, ...] = ()
    series: str | None = None
    number: int | None = None
    course: tuple[CourseLine, ...] = ()
    course_title: str | None = None
    logo: Logo | None = None
    notes: str | None = None
    differences: tuple[str, ...] = ()
    certificate: CertificateWords | None = None
    program: Program | None = None
    contacts: tuple[Contact, ...] = ()
    escalation: tuple[EscalationStep, ...] = ()
    session: str = ""
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Personal:
    """That a packet is one person's: the ids of the cases dealt to their table.

    The names of person and table are put in by the press, in place of slots, so that all tables
    with the same cases share one layout.
    """

    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seats:
    """A table by its name, the names of the people at it, and the ids of the cases dealt to it.

    A name is empty where it cannot be printed. `pronouns`, `lines` and `roles`, those of the
    roster, are the people's, in the same order; empty where nobody said any, and where there is no
    roster.
    """

    table: str
    people: tuple[str, ...]
    cases: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person who was expected, or came without being: `came` is None where nobody recorded it.

    `printed` is the name as the fonts have it, empty where none has.
    """

    name: str
    printed: str
    came: bool | None
    email: str = ""
    role: str = ""
    group: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Mentee:
    """A person of a program as the list of mentors names them, and the mentors of the roster.

    `printed` is the name as the fonts have it, empty where none has; a mentor is empty where the
    roster names none.
    """

    printed: str
    line: int
    senior: str
    peer: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Start on the clock (24 hours, `13:00`), paper, how many to print for, and the occasion.

    `seating`, `attendance` and `mentees` are there for the documents with names: no other has any.
    `large`: in large print, for those editions that have one; so many people asked for it.
    `fillable`: a PDF to fill in on the screen, for those editions that have one.
    `run` names the session whose packet it is, `cohort/session`; empty for a workshop by itself.
    `calendar` has the events of all sessions, in the setting of the first one.
    `form_address` is where the evaluation form is answered on the web, `follow_up_address` where
    the follow-up form is; empty where nobody said.
    `language` is one that was asked for and is not the workshop's own; `words` are the documents'.
    """

    start: str = "13:00"
    paper: Paper = "letter"
    large: bool = False
    fillable: bool = False
    large_readers: int = 1
    participants: int | None = None
    occasion: Occasion | None = None
    personal: Personal | None = None
    seating: tuple[Seats, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    mentees: tuple[Mentee, ...] = ()
    run: str = ""
    calendar: tuple[CalendarView, ...] = ()
    form_address: str = ""
    follow_up_address: str = ""
    language: str = ""
    words: Words = field(default=ENGLISH, compare=False, repr=False)

    @property
    def instructors(self) -> int:
        """How many instructors are known by name."""
        return len(self.occasion.instructors) if self.occasion else 0

    def __post_init__(self) -> None:
        """Refuse a start that no clock shows."""
        minutes_of_clock(self.start)


def minutes_of_clock(clock: str) -> int:
    """Turn `13:05` into minutes since midnight; KitError where it is no time of day."""
    hours, _, minutes = clock.partition(":")
    if (
        hours.isascii()
        and minutes.isascii()
        and hours.isdigit()
        and minutes.isdigit()
        and len(hours) <= 2  # noqa: PLR2004
        and len(minutes) == 2  # noqa: PLR2004
        and int(hours) < 24  # noqa: PLR2004
        and int(minutes) < 60  # noqa: PLR2004
    ):
        return int(hours) * 60 + int(minutes)
    raise KitError(
        [
            Problem(
                "start-time",
                f"“{clock}” is not a time of day.",
                hint="Write it with 24 hours, for example 09:00 or 13:30.",
            )
        ]
    )


def clock_after(start: str, minutes: int) -> str:
    """Give the time of day some minutes after a start, as `9:05` or `13:20`."""
    total = (minutes_of_clock(start) + minutes) % (24 * 60)
    return f"{total // 60}:{total % 60:02}"
