from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase, Flaw, same_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.definitions.scale import Scale


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

    def flaws(self, scales: Mapping[str, Scale]) -> Iterator[Flaw]:
        """Say which ring has the name of another."""
        yield from super().flaws(scales)
        yield from same_titles(self.id, "rings", "rings", [ring.title for ring in self.rings])
