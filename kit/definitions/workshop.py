"""A workshop: what is taught, independent of who gets it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.activity import Activity
from kit.definitions.base import (
    INSTRUCTOR,
    READ_ONLY,
    VERBATIM,
    Definition,
    Id,
    LengthName,
    Lengths,
    Line,
    Minutes,
    Name,
    Positive,
    Prose,
    ProseByLength,
)
from kit.definitions.chart import Chart
from kit.definitions.diary import Diary
from kit.definitions.evaluation import Evaluation
from kit.definitions.objective import Objective
from kit.definitions.preparation import Material, PreparationStage, Room
from kit.definitions.reference import CitationKey
from kit.definitions.scenario import ScenarioChoice
from kit.definitions.stage import Stage
from kit.definitions.vocabulary import VocabularyChoice
from kit.definitions.worksheet import Worksheet


class GroupSize(Definition):
    """How many people it is made for."""

    smallest: Annotated[Positive, Field(description="The fewest people that it works with.")]
    ideal: Annotated[Positive, Field(description="What copies are counted for without a roster.")]
    largest: Annotated[Positive, Field(description="The most people that it works with.")]
    at_table: Annotated[Positive, Field(ge=2, le=12, description="People at one table.")] = 5
    per_instructor: Annotated[
        Positive | None, Field(description="People for whom one instructor is enough.")
    ] = None


class SeriesPosition(Definition):
    """Where a workshop stands in a series."""

    title: Line
    number: Annotated[Positive, Field(description="Its place: 1 is the first.")]
    of: Annotated[Positive, Field(description="How many there are.")]


class Authorship(Definition):
    """Who wrote it and under which licence others may use it."""

    authors: Annotated[
        tuple[Line, ...],
        VERBATIM,
        Field(min_length=1, description="Who wrote it, in the order of a citation."),
    ]
    licence: Annotated[
        Line, VERBATIM, Field(description="The license, as the packet names it.")
    ] = "CC BY 4.0"
    version: Annotated[
        Line, VERBATIM, Field(description="The version of the content, for readers.")
    ] = "1.0"
    acknowledgment: Annotated[
        Prose | None, Field(description="Thanks, and sources of funding.")
    ] = None


class PreWork(Definition):
    """What participants do beforehand; it counts as teaching."""

    minutes: Annotated[Minutes, Field(description="How many minutes it takes.")]
    text: Annotated[Prose, Field(description="What participants read at its top.")]
    uses: Annotated[tuple[Id, ...], Field(min_length=1, description="Worksheets to fill in.")]
    objectives: Annotated[tuple[Id, ...], Field(description="Ids of those that it teaches.")] = ()
    lengths: Lengths = ()


class Adaptations(Definition):
    """How to run it in other circumstances."""

    virtual: Annotated[Prose, Field(description="What to change when online.")]
    large_group: Annotated[
        Prose, Field(description="What to change for more people than the ideal.")
    ]
    small_group: Annotated[
        Prose | None, Field(description="What to change for fewer people than the ideal.")
    ] = None
    no_slides: Annotated[Prose | None, Field(description="What to do without a screen.")] = None
    mixed: Annotated[
        Prose | None, Field(description="What to change for mentors and mentees together.")
    ] = None


class Disclosure(Definition):
    """What to do when someone tells of harm or of a crisis."""

    instructor: Annotated[
        Prose, INSTRUCTOR, Field(description="What to do then; a box in the guide.")
    ]
    participants: Annotated[
        Prose, Field(description="Stands before the line that says whom to turn to.")
    ]


class Checkpoint(Definition):
    """One look at the clock during the session, and what to drop when it is late."""

    after: Annotated[Id, Field(description="Id of the activity at whose end to look.")]
    do: Annotated[
        ProseByLength,
        Field(description="What to drop when five minutes late; once, or by length."),
    ]


class GlossaryEntry(Definition):
    """A word of the session that a newcomer needs."""

    word: Annotated[Line, Field(description="The word.")]
    meaning: Annotated[Prose, Field(description="What it means here.")]


class Workshop(Definition):
    """One definition file."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    title: Annotated[Line, Field(description="The title, as it stands on the cover.")]
    subtitle: Annotated[Line | None, Field(description="A line under the title.")] = None
    summary: Annotated[Prose, Field(description="Two or three sentences for everyone.")]
    language: Annotated[
        Line,
        VERBATIM,
        Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$", description="The language of its texts."),
    ] = "en-US"
    series: Annotated[
        SeriesPosition | None, Field(description="Its place in a series, if it has one.")
    ] = None
    keywords: Annotated[
        tuple[Line, ...], Field(description="What a search should find it by.")
    ] = ()
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
    objectives: Annotated[
        tuple[Objective, ...],
        Field(min_length=1, description="What participants will be able to do."),
    ]
    why: Annotated[
        Prose, INSTRUCTOR, Field(description="Why this session: 150 words, with citations.")
    ]
    background: Annotated[
        Prose | None, INSTRUCTOR, Field(description="The ideas behind it, with citations.")
    ] = None
    limitations: Annotated[
        Prose | None,
        INSTRUCTOR,
        Field(description="What the session cannot do, and what is not known about it."),
    ] = None
    glossary: Annotated[
        tuple[GlossaryEntry, ...],
        INSTRUCTOR,
        Field(max_length=20, description="Words that a newcomer needs; for the guide."),
    ] = ()
    key_points: Annotated[
        tuple[Prose, ...],
        Field(min_length=1, max_length=6, description="What to remember, a sentence each."),
    ]
    facilitation: Annotated[
        tuple[Prose, ...], INSTRUCTOR, Field(description="Advice on leading this session.")
    ] = ()
    preparation: Annotated[
        tuple[PreparationStage, ...],
        INSTRUCTOR,
        Field(min_length=1, description="What to do when, before and after the session."),
    ]
    room: Annotated[Room, INSTRUCTOR]
    materials: Annotated[
        tuple[Material, ...], INSTRUCTOR, Field(description="What to print or bring.")
    ] = ()
    charts: Annotated[
        tuple[Chart, ...],
        Field(max_length=12, description="Pages of the flip chart to prepare, in order of use."),
    ] = ()
    prework: PreWork | None = None
    agenda: Annotated[
        tuple[Activity, ...], Field(min_length=1, description="The activities, in order.")
    ]
    checkpoint: Annotated[
        Checkpoint | None,
        INSTRUCTOR,
        Field(description="A look at the clock in mid-session; under the run of show."),
    ] = None
    worksheets: Annotated[tuple[Worksheet, ...], Field(description="Participants’ pages.")] = ()
    shared_worksheets: Annotated[
        tuple[Id, ...], Field(description="Ids of sheets in `shared/worksheets.yaml`.")
    ] = ()
    roles: Annotated[
        VocabularyChoice | None,
        Field(description="The role vocabularies that it can be made with, one at a time."),
    ] = None
    stages: Annotated[
        tuple[Stage, ...],
        Field(max_length=9, description="The stages of a relationship or a project, in order."),
    ] = ()
    diary: Annotated[
        Diary | None, Field(description="A diary that participants go on to keep for themselves.")
    ] = None
    scenarios: ScenarioChoice | None = None
    take_away: Annotated[
        Prose, Field(description="The last words of the participants' packet: what to do next.")
    ]
    evaluation: Annotated[Evaluation, Field(description="The form at the end, and the one later.")]
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
