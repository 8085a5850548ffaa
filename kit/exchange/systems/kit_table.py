"""The kit's own table of answers (`kit.exchange.answer_table`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.exchange.answer_table import NUMBERS, form_named
from kit.exchange.system import Cells, Heading, Recognised, System, cell

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "Workshop Kit"


def _recognise(head: Cells) -> Recognised | None:
    form = form_named(cell(head[0], 0)) if head else None
    if form is None:
        return None
    has_words = len(head) > 1 and cell(head[1], 0) == NUMBERS
    return Recognised(
        NAME,
        tuple(_headings(head, has_words=has_words)),
        first=2 if has_words else 1,
        prefer="numbers",
        form=form,
        is_typed=True,
    )


def _headings(head: Cells, *, has_words: bool) -> Iterator[Heading]:
    yield Heading(0, NUMBERS, about="system")
    for column in range(1, len(head[0])):
        name = cell(head[0], column)
        words = cell(head[1], column) if has_words else ""
        if name or words:
            yield Heading(column, name or words, ((name, ""),))


SYSTEM: Final = System(NAME, _recognise)
