"""What every block of a worksheet has."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kit.definitions.base import INSTRUCTOR, Definition, Id, Line, Prose


class BlockBase(Definition):
    """One element of a worksheet. Fields marked INSTRUCTOR stay out of participants' files."""

    id: Id
    title: Annotated[Line | None, Field(description="A heading above the block.")] = None
    instruction: Annotated[Prose | None, Field(description="What to do, in a sentence.")] = None
    expect: Annotated[
        Prose | None,
        INSTRUCTOR,
        Field(description="What the instructor can expect to see here."),
    ] = None


class Row(Definition):
    """A row of a grid: a statement with an id of its own, so that others can refer to it."""

    id: Id
    text: Annotated[Line, Field(description="The statement.")]
