"""What is needed before and around a session: materials, timeline, room."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from kit.definitions.base import Count, Definition, Id, Lengths, Line, Positive, Prose


class Per(StrEnum):
    """What a number of copies is counted by."""

    PARTICIPANT = "participant"
    TABLE = "table"
    TRIAD = "triad"
    INSTRUCTOR = "instructor"
    ROOM = "room"


class Material(Definition):
    """Something to print or bring, with the rule that says how many."""

    item: Annotated[Line, Field(description="What to print or bring.")]
    per: Annotated[Per, Field(description="What its number is counted by.")] = Per.ROOM
    number: Annotated[Positive, Field(description="How many for each of these.")] = 1
    spare: Annotated[Count, Field(le=100, description="Spares in percent, rounded up.")] = 0
    worksheet: Annotated[
        Id | None, Field(description="The worksheet that it is, where it is printed apart.")
    ] = None
    lengths: Lengths = ()


class PreparationStage(Definition):
    """What to do at one time before or after the session."""

    when: Annotated[Line, Field(description="“Four weeks before”, “One hour before”, “After”.")]
    do: Annotated[tuple[Prose, ...], Field(min_length=1, description="The tasks, one each.")]
    invitation: Annotated[
        Positive | None,
        Field(description="The number of the task that quotes (>) the words of the invitation."),
    ] = None
    follow_up: Annotated[
        Positive | None,
        Field(description="The number of the task that quotes (>) the message months later."),
    ] = None

    def quoted(self, number: int) -> tuple[str, ...]:
        """Give what a task quotes, paragraph by paragraph; nothing where there is no such task."""
        lines = "".join(self.do[number - 1 : number]).splitlines()
        words = [line[1:].strip() for line in lines if line.startswith(">")]
        return tuple(filter(None, "\n".join(words).split("\n\n")))


class Layout(StrEnum):
    """How the room is set; the guide draws it."""

    TABLES = "tables"
    HORSESHOE = "horseshoe"
    CIRCLE = "circle"


class Room(Definition):
    """The room and what stands on the tables."""

    layout: Layout = Layout.TABLES
    screen: Annotated[
        StrictBool, Field(description="false: nothing is projected; the sketch has no screen.")
    ] = True
    text: Annotated[Prose, Field(description="Space, seating, walls, access.")]
    on_tables: Annotated[tuple[Line, ...], Field(description="What lies on each table.")] = ()
