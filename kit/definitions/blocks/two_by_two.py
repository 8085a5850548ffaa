from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase


class Axis(Definition):
    """One axis of the grid."""

    title: Annotated[Line, Field(description="What it measures.")]
    low: Annotated[Line, Field(description="The words at its low end.")] = "low"
    high: Annotated[Line, Field(description="The words at its high end.")] = "high"


class TwoByTwoBlock(BlockBase):
    """Four fields between two axes, to place things in."""

    kind: Literal["two-by-two"]
    across: Annotated[Axis, Field(description="The axis from left to right.")]
    up: Annotated[Axis, Field(description="The axis from bottom to top.")]
    fields: Annotated[
        tuple[Line, Line, Line, Line] | None,
        Field(description="Names: top left, top right, bottom left, bottom right."),
    ] = None
    height: Annotated[Count, Field(ge=60, le=180, description="Millimetres.")] = 110
