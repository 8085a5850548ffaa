from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase


class Axis(Definition):
    """One axis of the grid."""

    title: Line
    low: Line = "low"
    high: Line = "high"


class TwoByTwoBlock(BlockBase):
    """Four fields between two axes, to place things in."""

    kind: Literal["two-by-two"]
    across: Axis
    up: Axis
    fields: Annotated[
        tuple[Line, Line, Line, Line] | None,
        Field(description="Names: top left, top right, bottom left, bottom right."),
    ] = None
    height: Annotated[Count, Field(ge=60, le=180, description="Millimetres.")] = 110
