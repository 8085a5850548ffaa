"""Example answers: made by a program, so that a report can be shown where nobody answered yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import READ_ONLY, Definition, Id, Line, Positive, Prose
from kit.definitions.cohort import Date
from kit.definitions.session_record import SessionRecord

FieldKey = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$", max_length=200)]
Values = tuple[Prose, ...]


class LookedAt(Definition):
    """What a person made of an answer at review; the answer itself stands with the others.

    It came in as `read`, or in doubt, for a reason that `kind` names, or because a table `said`
    something else.
    """

    status: Literal["confirmed", "typed"]
    read: Annotated[Values, Field(description="The values that came in.")] = ()
    kind: Annotated[Id | None, Field(description="Why it was in doubt, as scans name it.")] = None
    suggestion: Annotated[Values, Field(description="What it could have been.")] = ()
    said: Annotated[Line | None, Field(description="What a cell of a table said.")] = None

    @property
    def was_doubtful(self) -> bool:
        """Whether it waited for somebody to look at it."""
        return bool(self.kind or self.said)


class ExampleResponse(Definition):
    """One form that nobody filled in."""

    phase: Literal["end", "follow-up"]
    version: Annotated[Line, Field(description="The version of the form that it answers.")]
    way: Literal["scan", "web", "file", "pdf", "table"]
    day: Date
    answers: Annotated[
        Mapping[FieldKey, Values],
        READ_ONLY,
        Field(description="The answers as the store keeps them; a field left blank is left out."),
    ]
    looked_at: Annotated[Mapping[FieldKey, LookedAt], READ_ONLY] = Field(default_factory=dict)


class ExampleSession(Definition):
    """What is said of one session: its record, and the forms that came back."""

    session: Id
    record: SessionRecord
    responses: tuple[ExampleResponse, ...]


class ExampleFile(Definition):
    """The example answers of one cohort."""

    about: Annotated[Prose, Field(description="Says that nobody answered.")]
    kit: Literal[1]
    seed: Positive
    reviewer: Annotated[Line, Field(description="Who looked at answers: nobody.")]
    invented_names: tuple[Line, ...]
    sessions: tuple[ExampleSession, ...]
