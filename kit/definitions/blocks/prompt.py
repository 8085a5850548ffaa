from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Line, Prose
from kit.definitions.blocks.base import BlockBase


class PromptBlock(BlockBase):
    """A question with ruled lines to answer it on."""

    kind: Literal["prompt"]
    text: Annotated[Prose, Field(description="The question.")]
    example: Annotated[Line | None, Field(description="An answer somebody might give.")] = None
    lines: Annotated[Count, Field(ge=1, le=24, description="Ruled lines.")] = 3
