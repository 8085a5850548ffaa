from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Line, Prose
from kit.definitions.blocks.base import BlockBase


class CommitmentSlipBlock(BlockBase):
    """A slip to tear off and keep: one action, with whom, by when."""

    kind: Literal["commitment-slip"]
    text: Annotated[Prose, Field(description="The words at its top.")]
    labels: Annotated[
        tuple[Line, ...],
        Field(min_length=1, max_length=5, description="The words before each line."),
    ] = (
        "I will",
        "With",
        "By",
    )
    note: Annotated[Line | None, Field(description="In small type at its foot.")] = None
