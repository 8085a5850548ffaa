"""A workshop: what is taught, independent of who gets it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.activity import Activity
from kit.definitions.base import (
    INSTRUCTOR,
    READ_ONLY,
    Definition,
    Id,
    LengthName,
    Lengths,
    Line,
    Minutes,
    Name,
    Positive,
    Prose,
)
from kit.definitions.evaluation import Evaluation
from kit.definitions.objective import Objective
from kit.definitions.preparation import Material, PreparationStage, Room
from kit.definitions.reference import CitationKey
from kit.definitions.scenario import ScenarioChoice
from kit.definitions.worksheet import Worksheet


class GroupSize(Definition):
    """How many people it is made for."""

    smallest: Positive
    ideal: Annotated[Positive, Field(description="What copies are counted for without a roster.")]
    largest: Positive
    at_table: Annotated[Positive, Field(ge=2, le=12)] = 5


class SeriesPosition(Definition):
    """Where a workshop stands in a series."""

    title: Line
    number: Positive
    of: Positive


class Authorship(Definition):
    """Who wrote it and under which licence others may use it."""

    authors: Annotated[tuple[Line, ...], Field(min_length=1)]
    licence: Line = "CC BY 4.0"
    version: Line = "1.0"
    acknowledgment: Prose | None = None


class PreWork(Definition):
    """What participants do beforehand; it counts as teaching."""

    minutes: Minutes
    text: Annotated[Prose, Field(description="What participants read at its top.")]
    uses: Annotated[tuple[Id, ...], Field(min_length=1, description="Worksheets to fill in.")]
    objectives: tuple[Id, ...] = ()
    lengths: Lengths = ()


class Adaptations(Definition):
    """How to run it in other circumstances."""

    virtual: Prose
    large_group: Prose
    small_group: Prose | None = None
    no_slides: Prose | None = None
    mixed: Annotated[Prose | None, Field(description="Mentors and mentees together.")] = None


class Disclosure(Definition):
    """What to do when someone tells of harm or of a crisis."""

    instructor: Annotated[Prose, INSTRUCTOR]
    participants: Annotated[
        Prose, Field(description="Stands before the line that says whom to turn to.")
    ]


class Workshop(Definition):
    """One definition file."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    title: Line
    subtitle: Line | None = None
    summary: Annotated[Prose, Field(description="Two or three sentences for everyone.")]
    language: Annotated[Line, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en-US"
    series: SeriesPosition | None = None
    keywords: tuple[Line, ...] = ()
    authorship: Authorship
    audiences: Annotated[
        Mapping[Id, tuple[Id, ...]],
        READ_ONLY,
        Field(min_length=1, description="Wording and the audiences that get it; first: default."),
    ]
    group: GroupSize
    lengths: Annotated[
        Mapping[LengthName, Minutes],
        READ_ONLY,
        Field(min_length=1, description="Minutes of each length; the first is the default."),
    ]
    length_notes: Annotated[
        Mapping[LengthName, Prose],
        READ_ONLY,
        INSTRUCTOR,
        Field(description="What each length gains and gives up."),
    ] = Field(default_factory=dict)
    terms: Annotated[
        Mapping[Name, Line | None],
        READ_ONLY,
        Field(description="Words to replace with {{ name }}; a cohort may change them."),
    ] = Field(default_factory=dict)
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    why: Annotated[
        Prose, INSTRUCTOR, Field(description="Why this session: 150 words, with citations.")
    ]
    background: Annotated[
        Prose | None, INSTRUCTOR, Field(description="The ideas behind it, with citations.")
    ] = None
    key_points: Annotated[
        tuple[Prose, ...], Field(min_length=1, max_length=6, description="To remember.")
    ]
    facilitation: Annotated[
        tuple[Prose, ...], INSTRUCTOR, Field(description="Advice on leading this session.")
    ] = ()
    preparation: Annotated[tuple[PreparationStage, ...], INSTRUCTOR, Field(min_length=1)]
    room: Annotated[Room, INSTRUCTOR]
    materials: Annotated[tuple[Material, ...], INSTRUCTOR] = ()
    prework: PreWork | None = None
    agenda: Annotated[tuple[Activity, ...], Field(min_length=1)]
    worksheets: tuple[Worksheet, ...] = ()
    scenarios: ScenarioChoice | None = None
    take_away: Annotated[
        Prose, Field(description="The last words of the participants' packet: what to do next.")
    ]
    evaluation: Evaluation
    disclosure: Disclosure
    adaptations: Annotated[Adaptations, INSTRUCTOR]
    references: Annotated[
        tuple[CitationKey, ...],
        Field(description="Keys of works in `shared/references.yaml`; cite them as [@key]."),
    ] = ()
    reading: Annotated[
        tuple[CitationKey, ...], Field(description="Those that participants may want to read.")
    ] = ()
    debrief: Annotated[
        tuple[Prose, ...], INSTRUCTOR, Field(description="For the instructor, after the session.")
    ] = ()
