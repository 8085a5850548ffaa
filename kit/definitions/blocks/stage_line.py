from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, StrictBool

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase, Flaw, same_titles
from kit.definitions.blocks.table import Column, column_flaws

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.definitions.scale import Scale
    from kit.definitions.stage import Stage


class Stop(Definition):
    """One stage of a line that is written in the block itself."""

    title: Annotated[Line, Field(max_length=60, description="The name of the stage.")]
    happens: Annotated[Line | None, Field(description="What happens in it.")] = None
    can: Annotated[Line | None, Field(description="What one can do at its end.")] = None


class StageLineBlock(BlockBase):
    """A line of stages to mark where one is, and a table with a row for each of them."""

    kind: Literal["stage-line"]
    stages: Annotated[
        tuple[Stop, ...],
        Field(
            max_length=9,
            description="The stages in order; those of the workshop when left out.",
        ),
    ] = ()
    columns: Annotated[
        tuple[Column, ...],
        Field(
            max_length=5,
            description="What to write down of each stage; the line alone when left out.",
        ),
    ] = ()
    height: Annotated[Count, Field(ge=8, le=60, description="Millimetres a row.")] = 16
    competencies: Annotated[
        StrictBool, Field(description="true: the table says what one can do at each stage's end.")
    ] = True

    def flaws(self, scales: Mapping[str, Scale]) -> Iterator[Flaw]:
        """Say where it is no line, and where its columns leave the stages no room."""
        yield from super().flaws(scales)
        if len(self.stages) == 1:
            yield Flaw(
                "one-stage",
                f"The block `{self.id}` has a single stage, and a line needs two.",
                ("stages", 0, "title"),
                "Write the one that comes after it, or before.",
            )
        yield from same_titles(self.id, "stages", "stages", [each.title for each in self.stages])
        yield from column_flaws(self.id, self.columns, beside=20)

    @property
    def wants_stages(self) -> bool:
        """Whether its stages are those of the workshop."""
        return not self.stages

    def with_stages(self, stages: tuple[Stage, ...]) -> Self:
        """Take the stages of the workshop where none are written here."""
        if not self.wants_stages:
            return self
        stops = tuple(Stop(title=each.title, happens=each.happens, can=each.can) for each in stages)
        return self.model_copy(update={"stages": stops})
