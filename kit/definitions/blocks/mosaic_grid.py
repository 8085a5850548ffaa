from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kit.definitions.base import Count, Line
from kit.definitions.blocks.base import BlockBase


class MosaicGridBlock(BlockBase):
    """Roles down, seniority across: who is there, and who is missing."""

    names_people: ClassVar[bool] = True

    kind: Literal["mosaic-grid"]
    roles: Annotated[
        tuple[Line, ...], Field(min_length=1, max_length=16, description="The roles, one row each.")
    ]
    seniority: Annotated[
        tuple[Line, ...],
        Field(min_length=2, max_length=4, description="The stages, one column each."),
    ] = (
        "Senior",
        "Peer",
        "Junior",
    )
    blank: Annotated[Count, Field(le=6, description="Empty rows.")] = 0
    height: Annotated[Count, Field(ge=8, le=40, description="Millimetres a row.")] = 14
