from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Prose
from kit.definitions.blocks.base import BlockBase


class TextBlock(BlockBase):
    """Words to read: an explanation, an example, a ladder of steps."""

    kind: Literal["text"]
    text: Annotated[Prose, Field(description="The words.")]
    framed: Annotated[bool, Field(strict=True, description="true: set in a box.")] = False
