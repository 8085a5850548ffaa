from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Id
from kit.definitions.blocks.base import BlockBase, Row


class RatingGridBlock(BlockBase):
    """Statements rated on one scale."""

    kind: Literal["rating-grid"]
    scale: Annotated[Id, Field(description="Id of a scale in `shared/scales.yaml`.")]
    rows: Annotated[
        tuple[Row, ...], Field(min_length=1, max_length=30, description="The statements.")
    ]
    blank: Annotated[Count, Field(le=6, description="Empty rows to write in.")] = 0
