from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase


class AgreedRow(Definition):
    """One topic of an agreement."""

    topic: Annotated[Line, Field(description="What is agreed on, printed on the left.")]
    agreed: Annotated[
        Line | None,
        Field(
            description="What holds for all, printed on the right; a term that nobody has filled "
            "in leaves room to write."
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
        Field(max_length=2, description="The headings of the two columns; none: no headings."),
    ] = ()
    rows: Annotated[
        tuple[AgreedRow, ...], Field(min_length=1, max_length=20, description="The topics.")
    ]
    height: Annotated[Count, Field(ge=8, le=60, description="Millimetres a row.")] = 9
