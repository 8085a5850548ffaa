from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Line
from kit.definitions.blocks.base import BlockBase


class ActionPlanBlock(BlockBase):
    """Actions with a person and a date."""

    kind: Literal["action-plan"]
    columns: Annotated[
        tuple[Line, ...],
        Field(min_length=2, max_length=5, description="The headings of the columns."),
    ] = (
        "What I will do",
        "With whom",
        "By when",
        "How I will know",
    )
    actions: Annotated[Count, Field(ge=1, le=8, description="Rows.")] = 3
    height: Annotated[Count, Field(ge=10, le=60, description="Millimetres a row.")] = 20
