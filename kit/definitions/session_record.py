"""What happened in a session: who came, how long each part took, what the instructor noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import READ_ONLY, Count, Definition, Id, Line, Prose
from kit.definitions.cohort import Date

MOST_MINUTES = 600

ActualMinutes = Annotated[int, Field(strict=True, ge=0, le=MOST_MINUTES)]
"""Whole minutes; a part that was left out took none."""


class Headcount(Definition):
    """How many people, and their names where they are known."""

    count: Annotated[Count, Field(description="How many people.")]
    names: Annotated[
        tuple[Line, ...],
        Field(max_length=10_000, description="Those of them who are known by name, as written."),
    ] = ()


class DebriefAnswer(Definition):
    """What the instructor answered to one question after the session."""

    question: Annotated[Prose, Field(description="The question, as it was asked.")]
    answer: Annotated[Prose, Field(description="The answer.")]


class SessionRecord(Definition):
    """The record of one session. What is not known is left out."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")] = 1
    recorded: Annotated[Date | None, Field(description="The day of the last entry.")] = None
    invited: Headcount | None = None
    attended: Headcount | None = None
    minutes: Annotated[
        Mapping[Id, ActualMinutes],
        READ_ONLY,
        Field(description="Minutes that parts really took, by the id of the activity."),
    ] = Field(default_factory=dict)
    debrief: Annotated[
        tuple[DebriefAnswer, ...], Field(description="The debrief log, in the order asked.")
    ] = ()
    notes: Annotated[
        Mapping[Id, Prose],
        READ_ONLY,
        Field(description="What was noted about parts, by the id of the activity."),
    ] = Field(default_factory=dict)
    note: Annotated[Prose | None, Field(description="Anything else.")] = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in it."""
        return tuple(
            name for people in (self.invited, self.attended) if people for name in people.names
        )

    def without_names(self) -> SessionRecord:
        """Give the same record with the numbers of people alone."""
        update = {
            field: Headcount(count=people.count)
            for field, people in (("invited", self.invited), ("attended", self.attended))
            if people
        }
        return self.model_copy(update=update)
