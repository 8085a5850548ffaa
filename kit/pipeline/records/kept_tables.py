"""The tables of a session as they were made, in `records/`: so that a late name moves nobody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kit.definitions.roster import Participant
from kit.errors import KitError, Place, Problem
from kit.pipeline.files import write_whole
from kit.pipeline.records.records_folder import (
    TABLES,
    held_records,
    records_folder,
    records_problem,
)
from kit.tailoring.tables.table import UNKNOWN_GROUP, Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kit.library import Library

_FORMAT = 1


def tables_file(library: Library, session: str) -> Path:
    """Give the file of a session (`cohort/session`), which may not be there yet.

    Raises:
        KitError: there is no project to keep it in.
    """
    return records_folder(library) / TABLES / f"{session}.json"


def load_tables(library: Library, session: str) -> tuple[Table, ...]:
    """Read the tables that were made before; none where nothing is kept.

    Raises:
        KitError: the file is there and is not what was written.
    """
    if library.project is None:
        return ()
    path = tables_file(library, session)
    shown = library.shown(path)
    if not path.exists():
        return ()
    try:
        return _tables_in(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise KitError([records_problem(error, shown)]) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = "This file no longer says who sits where."
        hint = (
            "Put a copy from before in its place. Or delete it: those whose packets are in the "
            "build folder keep their tables, the others are seated anew."
        )
        raise KitError([Problem("damaged-record", message, Place(shown), hint)]) from error


def _tables_in(data: Any) -> tuple[Table, ...]:
    if data["format"] != _FORMAT:
        raise ValueError(data["format"])
    return tuple(
        Table(
            str(table["name"]),
            tuple(
                Participant(
                    str(person["name"]),
                    str(person.get("email", "")),
                    group=str(person.get("group", UNKNOWN_GROUP)),
                )
                for person in table["people"]
            ),
        )
        for table in data["tables"]
    )


def keep_tables(library: Library, session: str, tables: Sequence[Table]) -> None:
    """Keep tables for the next time, where there is a project to keep them in.

    Raises:
        KitError: they cannot be written.
    """
    if library.project is None:
        return
    path = tables_file(library, session)
    data = {
        "format": _FORMAT,
        "tables": [
            {
                "name": table.name,
                "people": [
                    {"name": person.name, "email": person.email, "group": person.group}
                    for person in table.people
                ],
            }
            for table in tables
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    with held_records(library):
        try:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                write_whole(path, text.encode())
        except OSError as error:
            raise KitError([records_problem(error, library.shown(path))]) from error
