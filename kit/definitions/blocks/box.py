from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Prose
from kit.definitions.blocks.base import BlockBase


class BoxBlock(BlockBase):
    """An empty box to write or draw in."""

    kind: Literal["box"]
    text: Annotated[Prose, Field(description="What to write or draw.")]
    height: Annotated[Count, Field(ge=15, le=200, description="Millimetres.")] = 40
