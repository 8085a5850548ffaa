"""Any other table: its first row has the ids of items, or their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.exchange.system import Cells, Heading, Recognised, System, about, cell, in_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME: Final = "a table"


def headings_of(row: Sequence[str]) -> Iterator[Heading]:
    """Read a row of headings, each of which may be an id or words."""
    for column in range(len(row)):
        if text := cell(row, column):
            yield Heading(column, text, ((text, ""),), in_parts(text), about(text))


def _recognise(head: Cells) -> Recognised | None:
    if len(head) < 2:  # noqa: PLR2004 - headings and an answer
        return None
    return Recognised(NAME, tuple(headings_of(head[0])), first=1)


SYSTEM: Final = System(NAME, _recognise)
