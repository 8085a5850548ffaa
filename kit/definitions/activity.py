"""The agenda's timed blocks, with what the instructor says and does in them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, StrictBool

from kit.definitions.base import (
    INSTRUCTOR,
    ByLength,
    Definition,
    Id,
    Line,
    Minutes,
    Prose,
    ProseByLength,
)

EVALUATION_FORM: Final = "evaluation-form"
"""What `uses` names where the form is handed out."""

PLACARDS: Final = "placards"
"""What `uses` names where people walk to the placards of the roles."""


class Grouping(StrEnum):
    """How people sit and work."""

    PLENARY = "plenary"
    SOLO = "solo"
    PAIRS = "pairs"
    TRIADS = "triads"
    TABLES = "tables"


class Priority(StrEnum):
    """What gives way first when time is short: optional, then useful; essential stays."""

    ESSENTIAL = "essential"
    USEFUL = "useful"
    OPTIONAL = "optional"


class Lead(StrEnum):
    """Which instructor leads, where there are two."""

    FIRST = "first"
    SECOND = "second"


class Step(Definition):
    """A part of an activity. Shares are apportioned to whole minutes in every length."""

    share: Annotated[
        ByLength,
        Field(description="Its share of the activity's minutes, for all lengths or for each."),
    ]
    do: Annotated[Prose, Field(description="What happens, in the imperative.")]
    grouping: Annotated[
        Grouping | None,
        Field(description="How people work in this step; the activity's first when left out."),
    ] = None
    talk: Annotated[
        StrictBool,
        Field(description="true where the instructor talks and the others listen."),
    ] = False


class InstructorSide(Definition):
    """What the guide says about an activity; never shown to participants."""

    purpose: Annotated[Prose, Field(description="Why this activity, in one or two sentences.")]
    set_up: Annotated[
        ProseByLength | None,
        Field(description="What to have ready before it starts; once, or by length."),
    ] = None
    say: Annotated[
        ProseByLength | None,
        Field(description="Words to say, as one would say them aloud; once, or by length."),
    ] = None
    steps: Annotated[
        tuple[Step, ...],
        Field(min_length=1, max_length=12, description="What happens, one thing after another."),
    ]
    ask: Annotated[tuple[Prose, ...], Field(description="Questions to put to the group.")] = ()
    listen_for: Annotated[tuple[Prose, ...], Field(description="Answers to expect.")] = ()
    watch_out: Annotated[
        tuple[Prose, ...], Field(description="What goes wrong, and what to do then.")
    ] = ()
    if_short: Annotated[
        Line, Field(description="What to do when time is short; also in the run of show.")
    ]
    transition: Annotated[
        ProseByLength | None,
        Field(description="The sentence that leads on; once, or by length."),
    ] = None
    virtual: Annotated[Prose | None, Field(description="What to change when online.")] = None


class Activity(Definition):
    """One timed block of the agenda."""

    id: Id
    title: Annotated[Line, Field(description="As the agenda shows it.")]
    minutes: Annotated[
        ByLength,
        Field(description="Minutes in each length; a length not named has no such activity."),
    ]
    minimum: Annotated[
        Minutes | None, Field(description="The least that makes sense, for fitting the agenda.")
    ] = None
    priority: Annotated[Priority, Field(description="What gives way first when time is short.")] = (
        Priority.ESSENTIAL
    )
    protected: Annotated[
        StrictBool, Field(description="true: never shortened (closing, evaluation).")
    ] = False
    lead: Annotated[
        Lead, INSTRUCTOR, Field(description="Which instructor leads it, where there are two.")
    ] = Lead.FIRST
    grouping: Annotated[
        tuple[Grouping, ...],
        Field(min_length=1, max_length=5, description="How people work, in order."),
    ]
    objectives: Annotated[
        tuple[Id, ...], Field(description="Ids of the objectives that it teaches.")
    ] = ()
    uses: Annotated[
        tuple[Id, ...],
        Field(
            description="Ids of the worksheets and scenarios that it uses; `evaluation-form` where "
            "the form is handed out, `placards` where the roles hang on the walls."
        ),
    ] = ()
    participants: Annotated[
        ProseByLength | None,
        Field(description="What participants read about it in their packet; once, or by length."),
    ] = None
    instructor: Annotated[
        InstructorSide, INSTRUCTOR, Field(description="What the instructor says and does.")
    ]
