"""A cohort: the people who get workshops, and what is different for them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool

from kit.definitions.activity import Activity
from kit.definitions.base import (
    INSTRUCTOR,
    READ_ONLY,
    Count,
    Definition,
    Id,
    LengthName,
    Line,
    Minutes,
    Name,
    Positive,
    Prose,
)
from kit.definitions.blocks import Block
from kit.definitions.certificate import CertificateWords
from kit.definitions.contact import Contact, EscalationStep
from kit.definitions.item import Item
from kit.definitions.program import Program
from kit.definitions.roster import Attribute
from kit.definitions.scenario import Scenario
from kit.definitions.translation import Language
from kit.definitions.web_address import WebAddress
from kit.definitions.worksheet import Worksheet


class PaperSize(StrEnum):
    """What the cohort's packets are printed on."""

    LETTER = "letter"
    A4 = "a4"


Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Clock = Annotated[str, Field(pattern=r"^(?:[01]?\d|2[0-3]):[0-5]\d$")]


class Apart(Definition):
    """People who never share a table: two of them, or all of one value and all of another."""

    by: Annotated[
        Attribute | None,
        Field(description="Whose values `one` and `other` are; without it they are two people."),
    ] = None
    one: Annotated[Line, Field(description="A name, an e-mail address, or a value.")] = ""
    other: Annotated[Line, Field(description="Who must not sit with them.")] = ""


class TableWishes(Definition):
    """How people on the roster are seated."""

    size: Annotated[Count, Field(ge=3, le=6, description="People at a table, if it works out.")] = 5
    balance: Annotated[
        Attribute | None, Field(description="What is to be spread evenly over the tables.")
    ] = None
    apart: Annotated[tuple[Apart, ...], Field(description="Who never sits together.")] = ()
    triads: Annotated[
        StrictBool, Field(description="true: people work in threes, so that no table has two.")
    ] = False


class SessionTables(Definition):
    """How people are seated in one session; the rest is as for the cohort."""

    size: Annotated[Count, Field(ge=3, le=6, description="People at a table, if it works out.")]


class Series(Definition):
    """The sessions as one course: “session 2 of 4” on first pages, and a cover."""

    title: Annotated[Line, Field(description="What the course is called.")]


class Session(Definition):
    """One dated run of one workshop."""

    id: Annotated[Id, Field(examples=["first"])]
    workshop: Annotated[
        Id,
        Field(description="The workshop's name, as `kit list` shows it.", examples=["managing-up"]),
    ]
    date: Annotated[Date | None, Field(description="The day: `2027-08-12`.")] = None
    start: Annotated[Clock | None, Field(description="The time with 24 hours: `12:00`.")] = None
    time_zone: Annotated[Line | None, Field(description="A name such as `America/New_York`.")] = (
        None
    )
    place: Annotated[Line | None, Field(description="The room, as participants find it.")] = None
    instructors: Annotated[tuple[Line, ...], Field(description="Who leads it.")] = ()
    length: Annotated[LengthName | None, Field(description="A length of the workshop.")] = None
    minutes: Annotated[
        Minutes | None, Field(description="Minutes to fit the agenda to, in place of a length.")
    ] = None
    roles: Annotated[Id | None, Field(description="Which list of roles, if there are several.")] = (
        None
    )
    participants: Annotated[
        Positive | None, Field(description="How many people come; the cohort's when left out.")
    ] = None
    tables: Annotated[
        SessionTables | None,
        Field(description="Tables of another size: `{size: 3}`; the cohort's if left out."),
    ] = None
    language: Annotated[
        Language | None, Field(description="A language of the workshop; the cohort's if left out.")
    ] = None
    form_address: Annotated[
        WebAddress | None,
        Field(
            description="Where the evaluation form is answered on the web; the cohort's if left "
            "out."
        ),
    ] = None
    follow_up_address: Annotated[
        WebAddress | None,
        Field(description="Where the follow-up form is; the cohort's if left out."),
    ] = None
    notes: Annotated[
        Prose | None, Field(description="About the room and the day; for the instructor.")
    ] = None


class ScenarioSelection(Definition):
    """Which cases this cohort works on, in place of the workshop's own choice."""

    use: Annotated[tuple[Id, ...], Field(description="Ids, in the order of the packet.")] = ()
    themes: Annotated[tuple[Line, ...], Field(description="Themes to choose from.")] = ()
    count: Annotated[
        Annotated[Count, Field(ge=1, le=30)] | None,
        Field(description="How many; chosen so that their themes differ."),
    ] = None


class Addition(Definition):
    """Something of the cohort's own: one thing, and the id after which it stands."""

    after: Annotated[
        Id | None, Field(description="Id of the thing that it follows; the last when left out.")
    ] = None
    used_in: Annotated[
        Id | None, Field(description="For a worksheet or scenario: the activity that uses it.")
    ] = None
    activity: Activity | None = None
    worksheet: Worksheet | None = None
    block: Annotated[Block | None, Field(description="A block of the sheet of `after`.")] = None
    scenario: Scenario | None = None
    item: Annotated[
        Item | None,
        Field(description="A question of the form: behind that of `after`, or where its kind is."),
    ] = None


class WorkshopChanges(Definition):
    """What one workshop is like for this cohort; everything is named by its id."""

    scenarios: ScenarioSelection | None = None
    leave_out: Annotated[
        tuple[Id, ...],
        Field(description="Ids of activities, worksheets, blocks, scenarios, items, objectives."),
    ] = ()
    order: Annotated[
        tuple[Id, ...],
        Field(
            description="Ids in the order of this cohort: all activities, all worksheets, all "
            "cases, or all questions of a section of the form. Several kinds may stand in one list."
        ),
    ] = ()
    change: Annotated[
        Mapping[str, Mapping[str, Any]],
        READ_ONLY,
        Field(
            description="Fields to replace, by the id of what they belong to; `workshop` for the "
            "workshop's own."
        ),
    ] = Field(default_factory=dict)
    add: Annotated[tuple[Addition, ...], Field(description="Things of the cohort's own.")] = ()


class Cohort(Definition):
    """One cohort file."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    title: Annotated[Line, Field(description="Who they are: “PGY-1 residents, 2027”.")]
    institution: Annotated[Line | None, Field(description="The hospital or school.")] = None
    logo: Annotated[
        Line | None,
        Field(
            description="The institution's picture for first pages, SVG, PNG or JPEG, from the "
            "folder of this file: `logos/x.svg`."
        ),
    ] = None
    audience: Annotated[Id | None, Field(description="Whose wording of the cases.")] = None
    roles: Annotated[
        Id | None,
        Field(
            description="Which list of roles, yours or one of the kit’s, for all sessions whose "
            "workshop takes one; a session may say another."
        ),
    ] = None
    terms: Annotated[
        Mapping[Name, Line],
        READ_ONLY,
        Field(description="Words in place of the workshops' own."),
    ] = Field(default_factory=dict)
    contacts: Annotated[
        tuple[Contact, ...],
        Field(max_length=12, description="Whom to turn to here, the nearest one first."),
    ] = ()
    escalation: Annotated[
        tuple[EscalationStep, ...],
        INSTRUCTOR,
        Field(
            max_length=12,
            description="What to do when something goes beyond mentoring, in this order.",
        ),
    ] = ()
    certificate: Annotated[
        CertificateWords | None,
        Field(description="What certificates of attendance say in the provider's own words."),
    ] = None
    language: Annotated[
        Language | None,
        Field(description="The language of the packets, as `es`, where there is a translation."),
    ] = None
    paper: PaperSize = PaperSize.LETTER
    start: Annotated[Clock, Field(description="When sessions start, unless they say so.")] = "13:00"
    time_zone: Annotated[Line | None, Field(description="For all sessions.")] = None
    place: Annotated[Line | None, Field(description="For all sessions.")] = None
    instructors: Annotated[tuple[Line, ...], Field(description="For all sessions.")] = ()
    participants: Annotated[Positive | None, Field(description="How many people.")] = None
    form_address: Annotated[
        WebAddress | None,
        Field(
            description="Where the evaluation form is answered on the web, for all sessions: "
            "slides show it with its QR code.",
            examples=["https://forms.example.org/interns"],
        ),
    ] = None
    follow_up_address: Annotated[
        WebAddress | None,
        Field(
            description="Where the follow-up form is answered on the web: the message with it "
            "names it."
        ),
    ] = None
    linking: Annotated[
        StrictBool,
        Field(
            description="true: forms ask for a code that only the person can make again, so that "
            "what they say months later finds what they said at the end."
        ),
    ] = False
    roster: Annotated[
        Line | None,
        Field(description="A CSV file of names, from the folder of this file: `rosters/x.csv`."),
    ] = None
    tables: TableWishes = TableWishes()
    series: Series | None = None
    program: Annotated[
        Program | None,
        Field(description="The months around the sessions: stages, mentors, check-points."),
    ] = None
    sessions: Annotated[
        tuple[Session, ...], Field(min_length=1, description="The dated runs, in order.")
    ]
    workshops: Annotated[
        Mapping[Id, WorkshopChanges],
        READ_ONLY,
        Field(
            description="What is different, by the workshop's name.",
            examples=[{"managing-up": {"leave_out": ["meeting-log"]}}],
        ),
    ] = Field(default_factory=dict)

    @property
    def course_title(self) -> str | None:
        """What the sessions are called together: the series, or the program that has none."""
        if self.series is not None:
            return self.series.title
        return self.program.title if self.program else None
