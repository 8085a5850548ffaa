"""Records of sessions on the disk: one readable file each, in the user's project only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from kit.definitions.session_record import SessionRecord
from kit.errors import KitError, Place, Problem
from kit.pipeline.files import write_whole
from kit.pipeline.records.records_folder import (
    SESSIONS,
    held_records,
    records_folder,
    records_problem,
)
from kit.reading.json_syntax import json_problem
from kit.reading.text_file import INVISIBLE, read_text
from kit.reading.validation import validate
from kit.reading.yaml_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.library import Library

_MEND: Final = (
    "Mend what is named below, or put a copy from before in its place. Otherwise rename it to "
    "`{name}.old` and record the session again: the old one stays to look things up."
)


def record_file(library: Library, cohort: str, session: str) -> Path:
    """Say where the record of a session is, or would be.

    Raises:
        KitError: there is no project.
    """
    return records_folder(library) / SESSIONS / cohort / f"{session}.json"


def load_record(library: Library, cohort: str, session: str) -> SessionRecord | None:
    """Read the record of a session; None where nothing was recorded.

    Raises:
        KitError: there is no project, or the file cannot be read as a record.
    """
    path = record_file(library, cohort, session)
    return read_record(path, library.shown(path))


def read_record(path: Path, shown: str) -> SessionRecord | None:
    """Read a file with a record; None where there is none. `shown` is its name in messages.

    Raises:
        KitError: it is no record: each thing that is wrong, and that nothing was written over.
    """
    if not (path.exists() or path.is_symlink()):
        return None
    try:
        record, problems = _parsed(read_text(path, shown), path, shown)
    except KitError as error:
        record, problems = None, error.problems
    if record is None or problems:
        damaged = Problem(
            "damaged-record",
            "This record cannot be read as it is now; nothing was written over it.",
            Place(shown),
            _MEND.format(name=path.name),
        )
        raise KitError([damaged, *problems])
    return record


def _parsed(text: str, path: Path, shown: str) -> tuple[SessionRecord | None, tuple[Problem, ...]]:
    if broken := json_problem(text, shown):
        return None, (broken,)
    # JSON is read as the YAML that it is also: whoever changes it by hand is told the place.
    # A tab, which YAML refuses, stands in JSON only where any space may.
    return validate(parse_source(text.replace("\t", " "), path, shown), SessionRecord)


def change_record(
    library: Library,
    cohort: str,
    session: str,
    change: Callable[[SessionRecord], SessionRecord],
) -> tuple[SessionRecord, SessionRecord]:
    """Change the record of a session, or begin it; two runs at a time lose nothing.

    Returns:
        The record before and after. Where they are the same, nothing is written.

    Raises:
        KitError: there is no project, the record is damaged, `change` refuses, or it cannot be
            written; the file is as it was.
    """
    path = record_file(library, cohort, session)
    with held_records(library):
        before = read_record(path, library.shown(path)) or SessionRecord()
        after = change(before)
        if after != before:
            write_record(path, after, library.shown(path))
    return before, after


def write_record(path: Path, record: SessionRecord, shown: str) -> None:
    """Write a record whole. Whoever calls holds the records.

    Raises:
        KitError: it cannot be written; the old one is untouched.
    """
    try:
        write_whole(path, text_of(record).encode())
    except OSError as error:
        raise KitError([records_problem(error, shown)]) from error


def text_of(record: SessionRecord) -> str:
    """Write a record as its file has it: sorted, readable, what is not known left out."""
    read_only = {"minutes": record.minutes, "notes": record.notes}
    data = record.model_dump(exclude=set(read_only), exclude_defaults=True) | {"kit": record.kit}
    # pydantic does not write what is read-only
    data |= {name: dict(values) for name, values in read_only.items() if values}
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def plain(text: str) -> str:
    """Clean a text that was typed of what no file may hold."""
    return INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
