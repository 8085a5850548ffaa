from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Line
from kit.definitions.blocks.base import BlockBase


class SignaturesBlock(BlockBase):
    """A line to sign on for each person, with the date."""

    kind: Literal["signatures"]
    people: Annotated[
        tuple[Line, ...],
        Field(min_length=1, max_length=4, description="The words under each line."),
    ]
    date: Annotated[Line, Field(description="The words under the line for the date.")] = "Date"
