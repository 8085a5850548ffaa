from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.definitions.scale import Scale


class AgreedRow(Definition):
    """One topic of an agreement."""

    topic: Annotated[Line, Field(description="What is agreed on, printed on the left.")]
    agreed: Annotated[
        Line | None,
        Field(
            description="What holds for all, printed on the right with room to add to it; a term "
            "that nobody has filled in leaves room to write."
        ),
    ] = None
    height: Annotated[
        Annotated[Count, Field(ge=8, le=60)] | None, Field(description="Millimetres of this row.")
    ] = None


class AgreedBlock(BlockBase):
    """A table of what two people agree on: a topic, and what holds, printed or to be written."""

    kind: Literal["agreed"]
    heads: Annotated[
        tuple[Line, ...],
        Field(
            max_length=2, description="The headings of the two columns, both of them or neither."
        ),
    ] = ()
    rows: Annotated[
        tuple[AgreedRow, ...], Field(min_length=1, max_length=20, description="The topics.")
    ]
    height: Annotated[Count, Field(ge=8, le=60, description="Millimetres a row.")] = 9

    def flaws(self, scales: Mapping[str, Scale]) -> Iterator[Flaw]:
        """Say where one of its two columns has no heading."""
        yield from super().flaws(scales)
        if len(self.heads) == 1:
            yield Flaw(
                "one-heading",
                f"The table `{self.id}` has two columns, and a heading for one.",
                ("heads",),
                "Write both headings, as in `heads: [How we work together, We agree]`, or neither.",
            )
