from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Line, Prose
from kit.definitions.blocks.base import BlockBase, Entry, entry_of


class ChecklistBlock(BlockBase):
    """Things to tick, with blank ones to add."""

    kind: Literal["checklist"]
    text: Annotated[Prose | None, Field(description="The sentence before the list.")] = None
    options: Annotated[
        tuple[Line, ...], Field(min_length=1, max_length=40, description="What to tick.")
    ]
    blank: Annotated[Count, Field(le=10, description="Empty ones to write in.")] = 0
    columns: Annotated[Count, Field(ge=1, le=2, description="How many stand side by side.")] = 1

    @property
    def to_sort(self) -> tuple[Entry, ...]:
        """What there is to tick, each by itself."""
        return tuple(entry_of(option) for option in self.options)
