"""LimeSurvey: responses as CSV or a workbook, headed by codes, by words or by both.

By code: `id, submitdate, lastpage, startlanguage, seed`, then `Q1`, `Q2[SQ001]`, `Q3[other]`. By
words: `Response ID, Date submitted, Last page, Start language, Seed`, then `Question [Row]`. Both:
`Q2[SQ001]. Question [Row]`. Its own codes of answers are `A1`, `AO01` and the like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kit.exchange.system import Cells, Heading, Recognised, System, cell, in_parts
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "LimeSurvey"
_NOTED: Final = frozenset(
    {"id", "responseid", "submitdate", "datesubmitted", "lastpage", "startlanguage", "seed"}
    | {"startdate", "datestarted", "datestamp", "datelastaction", "interviewtime", "totaltime"}
)
_PERSONAL: Final = frozenset(
    {"ipaddr", "ipaddress", "refurl", "referrerurl", "token", "accesscode", "email", "firstname"}
    | {"lastname", "emailaddress"}
)
_SIGNS: Final = frozenset({"lastpage", "startlanguage", "submitdate", "datesubmitted", "seed"})
_ENOUGH: Final = 2
_TIMING: Final = re.compile(r"(?:groupTime\d+|\S+Time)|(?:Group|Question) time.*")
_CODE: Final = re.compile(r"([A-Za-z][A-Za-z0-9_]*)(?:\[([^\[\]]+)\])?")
_BOTH: Final = re.compile(r"([A-Za-z][A-Za-z0-9_]*(?:\[[^\[\]]+\])?)\.\s+(.+)")
_SIGNED: Final = re.compile(r"([A-Za-z][A-Za-z0-9_]*?)_(SQ\d+|other|\d+|[A-Za-z][A-Za-z0-9]*)")


def _recognise(head: Cells) -> Recognised | None:
    if not head:
        return None
    keys = [key_of(_plain(cell(head[0], column))) for column in range(len(head[0]))]
    if not {"id", "responseid"}.intersection(keys[:1]) or len(_SIGNS.intersection(keys)) < _ENOUGH:
        return None
    day = next((keys.index(each) for each in ("submitdate", "datesubmitted") if each in keys), None)
    return Recognised(
        NAME,
        tuple(_headings(head, keys)),
        first=1,
        day=day,
        codes=r"A[A-Z]?0*(\d{1,2})",
        is_uniform=True,
    )


def _plain(heading: str) -> str:
    """Leave the code out of `id. Response ID`."""
    both = _BOTH.fullmatch(heading)
    return both[1] if both else heading


def _headings(head: Cells, keys: list[str]) -> Iterator[Heading]:
    for column, key in enumerate(keys):
        shown = cell(head[0], column)
        if not shown:
            continue
        if key in _NOTED or _TIMING.fullmatch(shown):
            yield Heading(column, shown, about="system")
        elif key in _PERSONAL:
            yield Heading(column, shown, about="person")
        else:
            both = _BOTH.fullmatch(shown)
            name, words = (both[1], both[2]) if both else (shown, shown)
            yield Heading(column, shown, tuple(_names(name)), in_parts(words))


def _names(name: str) -> Iterator[tuple[str, str]]:
    for pattern in (_CODE, _SIGNED):
        if found := pattern.fullmatch(name):
            yield found[1], found[2] or ""


SYSTEM: Final = System(NAME, _recognise)
