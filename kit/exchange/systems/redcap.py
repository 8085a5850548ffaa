"""REDCap: records as CSV, raw (names of fields and codes) or with labels.

A question with several answers has a column for each: `name___code` with 0 and 1 in raw exports,
`Label (choice=Answer)` with `Checked` and `Unchecked` in those with labels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kit.exchange.system import Cells, Heading, Recognised, System, cell, in_parts
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME: Final = "REDCap"
_FIELD: Final = re.compile(r"[a-z][a-z0-9_]*")
_STAMP: Final = "_timestamp"
_DONE: Final = "_complete"
_NOTED: Final = frozenset(
    {"redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"}
    | {"redcap_data_access_group"}
)
_IDENTIFIER: Final = "redcap_survey_identifier"
_LABELS: Final = frozenset(
    map(
        key_of,
        (
            *("Record ID", "Event Name", "Repeat Instrument", "Repeat Instance"),
            *("Data Access Group", "Survey Timestamp", "Complete?"),
        ),
    )
)


def _recognise(head: Cells) -> Recognised | None:
    if not head:
        return None
    names = [cell(head[0], column) for column in range(len(head[0]))]
    is_raw = all(_FIELD.fullmatch(each) for each in names if each)
    if is_raw and any(each == "record_id" or each.endswith(_DONE) for each in names):
        return Recognised(NAME, tuple(_raw(names)), first=1, prefer="numbers", day=_stamp(names))
    keys = [key_of(each) for each in names]
    if "complete" in keys and any(key in {"recordid", "surveytimestamp"} for key in keys):
        day = keys.index("surveytimestamp") if "surveytimestamp" in keys else None
        return Recognised(NAME, tuple(_labelled(names)), first=1, prefer="words", day=day)
    return None


def _stamp(names: Sequence[str]) -> int | None:
    return next((at for at, name in enumerate(names) if name.endswith(_STAMP)), None)


def _raw(names: Sequence[str]) -> Iterator[Heading]:
    for column, name in enumerate(names):
        if not name:
            continue
        if column == 0 or name in _NOTED or name.endswith((_STAMP, _DONE)):
            yield Heading(column, name, about="system")
        elif name == _IDENTIFIER:
            yield Heading(column, name, about="person")
        else:
            question, _, code = name.partition("___")
            yield Heading(column, name, ((question, code),), marks=bool(code))


def _labelled(names: Sequence[str]) -> Iterator[Heading]:
    for column, name in enumerate(names):
        if not name:
            continue
        if column == 0 or key_of(name) in _LABELS:
            yield Heading(column, name, about="system")
        elif key_of(name) == "surveyidentifier":
            yield Heading(column, name, about="person")
        else:
            yield Heading(column, name, texts=in_parts(name), marks="(choice=" in name)


SYSTEM: Final = System(NAME, _recognise)
