"""SurveyMonkey: CSV or a workbook with two rows of headings.

The second row has the statements of a matrix, the answers of a question with several, or `Response`
and `Open-Ended Response`. An empty cell in the first row goes on with the question before it. In
condensed exports the second row is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.exchange.system import (
    Cells,
    Heading,
    Recognised,
    System,
    about,
    cell,
    in_parts,
    without_number,
)
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "SurveyMonkey"
_NOTED: Final = frozenset(
    {"respondentid", "collectorid", "startdate", "enddate", "datecreated", "datemodified"}
    | {"collectortype", "language"}
)
_PERSONAL: Final = frozenset(
    {"ipaddress", "emailaddress", "email", "firstname", "lastname", "customdata", "customvalue"}
)
_PLAIN: Final = frozenset({"response", "openendedresponse", ""})


def _recognise(head: Cells) -> Recognised | None:
    if not head:
        return None
    keys = [key_of(cell(head[0], column)) for column in range(len(head[0]))]
    if "respondentid" not in keys or not {"collectorid", "startdate", "datecreated"} & {*keys}:
        return None
    at = keys.index("respondentid")
    has_second = len(head) > 1 and not cell(head[1], at)
    day = next((keys.index(each) for each in ("enddate", "datemodified") if each in keys), None)
    return Recognised(
        NAME,
        tuple(_headings(head, has_second=has_second)),
        first=2 if has_second else 1,
        day=day,
    )


def _headings(head: Cells, *, has_second: bool) -> Iterator[Heading]:
    question = ""
    width = max(len(row) for row in head[:2]) if has_second else len(head[0])
    for column in range(width):
        own = cell(head[0], column)
        part = cell(head[1], column) if has_second else ""
        question = own or question
        if not question or (not own and not part):
            continue
        key = key_of(question)
        if key in _NOTED:
            yield Heading(column, question, about="system")
        elif key in _PERSONAL or key.startswith("customdata"):
            yield Heading(column, question, about="person")
        elif key_of(part) in _PLAIN:
            names = ((question, ""),)
            yield Heading(column, question, names, in_parts(question), about(question))
        else:
            texts = ((question, part), (without_number(question), part))
            yield Heading(column, f"{question}: {part}", texts=texts)


SYSTEM: Final = System(NAME, _recognise)
