"""A page of the flip chart that the instructor prepares."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from kit.definitions.base import Definition, Id, Lengths, Line, Prose


class Chart(Definition):
    """One page of the flip chart, few words in large letters; everyone in the room reads it."""

    id: Id
    title: Annotated[Line, Field(max_length=60, description="What stands at its top.")]
    lines: Annotated[
        tuple[Annotated[Line, Field(max_length=120)], ...],
        Field(max_length=12, description="What it says, line by line."),
    ] = ()
    numbered: Annotated[StrictBool, Field(description="true: the lines have numbers.")] = False
    text: Annotated[
        Prose | None, Field(max_length=400, description="Words below the lines, or in their place.")
    ] = None
    block: Annotated[
        Id | None,
        Field(description="Id of a block of a worksheet to draw below: a map, a grid."),
    ] = None
    stages: Annotated[
        Literal["lines", "pages"] | None,
        Field(
            description="The stages of the workshop: `lines` puts their names below the lines. "
            "`pages` makes a page for each: its number and name go on after the title, what "
            "happens in it after the lines, what one can do at its end after the text."
        ),
    ] = None
    lengths: Lengths = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands below its title."""
        return not (self.lines or self.text or self.block or self.stages)
