"""Qualtrics: CSV with three rows of headings, or a workbook with two.

The first row has names (`Q2_1`), the second words (`Question - Statement`), the third what a column
is for Qualtrics (`{"ImportId":"QID2_1"}`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kit.exchange.system import (
    Cells,
    Heading,
    Prefer,
    Recognised,
    System,
    cell,
    in_parts,
)
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "Qualtrics"
_PERSONAL: Final = frozenset(
    {"ipaddress", "recipientlastname", "recipientfirstname", "recipientemail"}
    | {"externalreference", "externaldatareference", "locationlatitude", "locationlongitude"}
    | {"locationaccuracy", "recipientname", "email", "name"}
)
_NOTED: Final = frozenset(
    {"startdate", "enddate", "status", "progress", "durationinseconds", "finished"}
    | {"recordeddate", "responseid", "responseset", "distributionchannel", "userlanguage"}
)
_SIGNS: Final = frozenset({"recordeddate", "responseid", "finished", "distributionchannel"})
_ENOUGH: Final = 2
"""Of the signs: an export may leave columns out."""
_TESTS: Final = frozenset({"surveypreview", "surveytest", "spam", "1", "2", "8", "9", "17"})
"""`Status` of rows that nobody meant: trials (in numbers 1, 2, 9 and 17) and spam (8)."""
_NUMBER: Final = re.compile(r"_(\d+)(?:_TEXT)?$")


def _recognise(head: Cells) -> Recognised | None:
    if len(head) < 2:  # noqa: PLR2004 - names and words
        return None
    keys = [key_of(cell(head[0], column)) for column in range(len(head[0]))]
    has_third = len(head) > 2 and _says_import_id(head[2])  # noqa: PLR2004
    if not has_third and len(_SIGNS.intersection(keys)) < _ENOUGH:
        return None
    has_words = has_third or _has_words(head, keys)
    first = 3 if has_third else 2 if has_words else 1
    status = keys.index("status") if "status" in keys else None
    day = next((keys.index(each) for each in ("recordeddate", "enddate") if each in keys), None)
    return Recognised(
        NAME,
        tuple(_headings(head, keys, has_words=has_words)),
        first=first,
        prefer=_prefer(head[first:], keys),
        day=day,
        counts=True,
        is_uniform=True,
        test=(status, _TESTS) if status is not None else None,
    )


def _prefer(rows: Cells, keys: list[str]) -> Prefer | None:
    """Say what cells of choices hold: with numbers, `Finished` is `1`, with words it is `True`."""
    said = (
        {key_of(cell(row, keys.index("finished"))) for row in rows} if "finished" in keys else set()
    )
    if said & {"true", "false"}:
        return "words"
    return "numbers" if said & {"0", "1"} else None


def _says_import_id(row: tuple[str, ...] | list[str] | object) -> bool:
    return isinstance(row, list | tuple) and any('"ImportId"' in str(each) for each in row)


def _has_words(head: Cells, keys: list[str]) -> bool:
    """Say whether the second row repeats the first in words: `Start Date` below `StartDate`."""
    at = next((at for at, key in enumerate(keys) if key in _SIGNS), 0)
    return key_of(cell(head[1], at)) == keys[at]


def _headings(head: Cells, keys: list[str], *, has_words: bool) -> Iterator[Heading]:
    for column, key in enumerate(keys):
        name = cell(head[0], column)
        words = cell(head[1], column) if has_words else ""
        if not name and not words:
            continue
        shown = f"{name}: {words}" if words and key_of(words) != key else name
        if key in _PERSONAL:
            yield Heading(column, shown, about="person")
        elif key in _NOTED:
            yield Heading(column, shown, about="system")
        else:
            yield Heading(column, shown, tuple(_names(name)), tuple(_texts(name, words)))


def _names(name: str) -> Iterator[tuple[str, str]]:
    yield name, ""
    if name.endswith("_TEXT"):
        yield name.removesuffix("_TEXT").rpartition("_")[0], "other"
    elif found := _NUMBER.search(name):
        yield name[: found.start()], found[1]


def _texts(name: str, words: str) -> Iterator[tuple[str, str]]:
    # Which of several answers a column is for stands behind “Selected Choice”.
    bare = words.replace(" - Selected Choice - ", " - ").removesuffix(" - Selected Choice")
    if name.endswith("_TEXT"):
        question = bare.removesuffix(" - Text").rpartition(" - ")[0]
        yield (question or bare), "other"
        return
    yield from in_parts(bare)


SYSTEM: Final = System(NAME, _recognise)
