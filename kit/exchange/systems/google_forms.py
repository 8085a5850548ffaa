"""Google Forms: the sheet of responses, as CSV or a workbook.

The first column is the time stamp; the cells of choices hold words, those of scales numbers. A grid
has a column for each row: `Title [Row]`.
"""

from __future__ import annotations

from typing import Final

from kit.exchange.system import Cells, Recognised, System, cell
from kit.exchange.systems.plain_table import headings_of
from kit.reading.roster_columns import key_of

NAME: Final = "Google Forms"
_FIRST: Final = frozenset(
    map(
        key_of, ("Timestamp", "Marca temporal", "Zeitstempel", "Horodateur", "Carimbo de data/hora")
    )
)


def _recognise(head: Cells) -> Recognised | None:
    if not head or key_of(cell(head[0], 0)) not in _FIRST:
        return None
    return Recognised(NAME, tuple(headings_of(head[0])), first=1, prefer="words", day=0)


SYSTEM: Final = System(NAME, _recognise)
