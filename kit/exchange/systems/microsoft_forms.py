"""Microsoft Forms: the workbook of responses.

`ID, Start time, Completion time, Email, Name`, in newer ones `Last modified time`, then a column
for each question and for each statement of a Likert question. The cells of choices hold words; the
answers to a question with several end in semicolons. A heading that repeats another has a number
behind it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kit.exchange.system import Cells, Recognised, System, cell
from kit.exchange.systems.plain_table import headings_of
from kit.reading.roster_columns import key_of

NAME: Final = "Microsoft Forms"
_ID: Final = frozenset({"id"})
_START: Final = frozenset({"starttime", "horadeinicio", "startzeit", "heurededebut"})
_END: Final = frozenset(
    {"completiontime", "horadefinalizacion", "fertigstellungszeit", "heuredefin"}
)
_OF_A_QUIZ: Final = ("Points - ", "Feedback - ")
_NOTED: Final = frozenset({"id", "totalpoints", "quizfeedback", "lastmodifiedtime", "language"})


def _recognise(head: Cells) -> Recognised | None:
    if not head:
        return None
    keys = [key_of(cell(head[0], column)) for column in range(3)]
    if keys[0] not in _ID or keys[1] not in _START or keys[2] not in _END:
        return None
    headings = tuple(
        replace(each, about="system")
        if key_of(each.shown) in _NOTED or each.shown.startswith(_OF_A_QUIZ)
        else each
        for each in headings_of(head[0])
    )
    return Recognised(NAME, headings, first=1, prefer="words", day=2)


SYSTEM: Final = System(NAME, _recognise)
