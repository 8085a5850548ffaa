from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Id, Line
from kit.definitions.blocks.base import BlockBase, Flaw, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.definitions.scale import Scale


class GridScale(Definition):
    """One of the two scales, with the heading above it."""

    title: Annotated[Line, Field(description="The heading above the scale.")]
    scale: Annotated[Id, Field(description="Id of a scale in `shared/scales.yaml`.")]


class TwoScaleGridBlock(BlockBase):
    """Statements rated twice (importance now, met now), with a column for the gap."""

    kind: Literal["two-scale-grid"]
    first: Annotated[GridScale, Field(description="The scale on the left.")]
    second: Annotated[GridScale, Field(description="The scale on the right.")]
    gap: Annotated[Line | None, Field(description="Heading of the column for the difference.")] = (
        "Gap"
    )
    rows: Annotated[
        tuple[Row, ...], Field(min_length=1, max_length=30, description="The statements.")
    ]
    blank: Annotated[Count, Field(le=6, description="Empty rows to write in.")] = 0

    def flaws(self, scales: Mapping[str, Scale]) -> Iterator[Flaw]:
        """Say where a difference is asked for between scales of other lengths."""
        yield from super().flaws(scales)
        first, second = scales.get(self.first.scale), scales.get(self.second.scale)
        if self.gap and first and second and len(first.labels) != len(second.labels):
            yield Flaw(
                "gap-of-unlike-scales",
                f"The block `{self.id}` asks for a difference, but `{first.id}` has "
                f"{len(first.labels)} steps and `{second.id}` {len(second.labels)}.",
                ("second", "scale"),
                "Take scales with as many steps as each other, or write `gap: null`.",
            )
