from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import Field

from kit.definitions.base import Prose
from kit.definitions.blocks.base import BlockBase, Entry, entry_of

_ITEM: Final = re.compile(
    r"^(?:[-*+]|\d{1,3}[.)])[ \t]+(?P<words>.+(?:\n[ \t]+\S.*)*)", re.MULTILINE
)
"""An item of a list in Markdown, with the indented lines that go on with it."""


class TextBlock(BlockBase):
    """Words to read: an explanation, an example, a ladder of steps."""

    kind: Literal["text"]
    text: Annotated[Prose, Field(description="The words.")]
    framed: Annotated[bool, Field(strict=True, description="true: set in a box.")] = False

    @property
    def to_sort(self) -> tuple[Entry, ...]:
        """The items of its list, without their numbers: an order may be what is asked for."""
        return tuple(entry_of(item["words"]) for item in _ITEM.finditer(self.text))
