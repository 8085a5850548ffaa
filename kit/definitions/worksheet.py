"""A participant's page, made of blocks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from kit.definitions.base import INSTRUCTOR, Definition, Id, Lengths, Line, Prose
from kit.definitions.blocks import Block


class Moment(StrEnum):
    """When a worksheet is used."""

    SESSION = "session"
    TAKE_HOME = "take-home"


class Worksheet(Definition):
    """One sheet. Its order in the packet is that of its use."""

    id: Id
    title: Line
    purpose: Annotated[Line, Field(description="One sentence: what it is for.")]
    instruction: Annotated[Prose | None, Field(description="How to begin.")] = None
    moment: Annotated[
        Moment,
        Field(description="take-home: used after the session, so no activity need use it."),
    ] = Moment.SESSION
    private: Annotated[
        StrictBool, Field(description="true: the sheet says that it is never collected.")
    ] = False
    lengths: Lengths = ()
    cards: Annotated[
        tuple[Id, ...],
        Field(description="Ids of blocks that are also printed as cards, a set for three people."),
    ] = ()
    sort: Annotated[
        tuple[Id, ...],
        Field(
            description="Ids of blocks whose entries are also printed as small cards to sort or "
            "match, a set for each table."
        ),
    ] = ()
    blocks: Annotated[
        tuple[Block, ...], Field(min_length=1, description="What is on it, from top to bottom.")
    ]
    expect: Annotated[
        tuple[Prose, ...],
        INSTRUCTOR,
        Field(description="What the instructor can expect to see on it."),
    ] = ()
