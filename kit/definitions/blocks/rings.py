from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase


class Ring(Definition):
    """One ring: its name, and what belongs into it."""

    title: Annotated[Line, Field(max_length=40, description="The name, written in the ring.")]
    meaning: Annotated[Line | None, Field(description="What belongs into it; below the rings.")] = (
        None
    )


class Mark(Definition):
    """A letter to write beside what stands in a ring."""

    mark: Annotated[Line, Field(max_length=3, description="The letter, or letters, to write.")]
    meaning: Annotated[Line, Field(description="What it stands for.")]


class RingsBlock(BlockBase):
    """Rings around a middle, with room to write in each: one thing seen from several sides."""

    kind: Literal["rings"]
    rings: Annotated[
        tuple[Ring, ...],
        Field(min_length=2, max_length=5, description="From the middle outwards."),
    ]
    center: Annotated[Line, Field(max_length=40, description="The words in the middle.")] = "Me"
    event: Annotated[
        Line | None, Field(description="Words of a box above the rings: what it is about.")
    ] = None
    key: Annotated[
        tuple[Mark, ...], Field(max_length=4, description="Letters to write beside the words.")
    ] = ()
    height: Annotated[Count, Field(ge=90, le=190, description="Millimetres of the drawing.")] = 165
