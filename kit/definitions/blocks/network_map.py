from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase
from kit.definitions.kind_of_help import WordsOrKind


class Symbol(Definition):
    """One sign of the key: a shape to draw and what it means."""

    shape: Annotated[
        Literal["circle", "square", "triangle", "star", "double-ring"],
        Field(description="The sign itself."),
    ]
    meaning: Annotated[Line, Field(description="What it stands for.")]


class NetworkMapBlock(BlockBase):
    """A hub-and-spoke map: oneself in the middle, spokes for needs, rings for closeness."""

    names_people: ClassVar[bool] = True

    kind: Literal["network-map"]
    center: Annotated[Line, Field(description="The words in the middle.")] = "Me"
    spokes: Annotated[
        tuple[WordsOrKind, ...],
        Field(
            min_length=3,
            max_length=12,
            description="The needs, one spoke each: its words, or `id`, `title` and `sponsors`.",
        ),
    ]
    blank: Annotated[Count, Field(le=6, description="Spokes without a name.")] = 0
    rings: Annotated[
        tuple[Line, ...],
        Field(min_length=1, max_length=4, description="From the middle outwards."),
    ] = ("close", "moderate", "distant")
    key: Annotated[
        tuple[Symbol, ...], Field(max_length=5, description="Signs to draw, and what they mean.")
    ] = ()
