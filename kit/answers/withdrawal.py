"""Taking one response back, with every trace of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from kit.answers.database import PATIENCE, DamagedAnswersError, changing, explained
from kit.answers.pictures import erase, named_in, pages_in, picture_file
from kit.answers.releases import put_placeholder
from kit.errors import KitError, Place, Problem
from kit.pipeline.records.records_folder import records_problem

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from kit.answers.lookup import Lookup

_BUSY: Final = 1


def withdraw(
    connection: sqlite3.Connection, lookup: Lookup, shown: str, records: Path, named: str
) -> bool:
    """Remove the response of this id or token, its pictures, and what the file still has of it.

    The pictures go first, while nobody else can write: a run that is stopped can be repeated.

    Raises:
        KitError: several have this token, something cannot be removed, or traces are in use.
    """
    with changing(connection, shown):
        response_id = lookup.named(named)
        if response_id is not None:
            _erase_pictures(connection, records, response_id)
            connection.execute("DELETE FROM entry WHERE response = ?", (response_id,))
            connection.execute("DELETE FROM response WHERE id = ?", (response_id,))
            put_placeholder(connection, response_id)
            connection.execute("DELETE FROM form WHERE digest NOT IN (SELECT form FROM response)")
    # Also where there was none: an earlier run may have been stopped before this.
    tidy(connection, shown)
    return response_id is not None


def tidy(connection: sqlite3.Connection, shown: str, patience: float = PATIENCE) -> None:
    """Write the file anew in the order of ids, with nothing of what was deleted; empty the log.

    Raises:
        KitError: another command reads or writes all the while.
    """
    connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
    try:
        with explained(shown):
            connection.execute("VACUUM")
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except KitError as error:
        if error.problems[0].code in {"answers-busy", "disk-full"}:
            raise KitError([_traces_left(shown)]) from error
        raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
    if busy == _BUSY:
        raise KitError([_traces_left(shown)])


def pictures_of(connection: sqlite3.Connection, response_id: str) -> set[str]:
    """Name whatever may be a picture of a response: of its pages, of its rows and comments."""
    rows = connection.execute("SELECT evidence FROM entry WHERE response = ?", (response_id,))
    (received,) = connection.execute(
        "SELECT received FROM response WHERE id = ?", (response_id,)
    ).fetchone()
    try:
        names = {name for (text,) in rows for name in named_in(json.loads(text))}
        return {*names, *pages_in(json.loads(received))}
    except (ValueError, RecursionError) as error:
        raise DamagedAnswersError(str(error)) from error


def _erase_pictures(connection: sqlite3.Connection, records: Path, response_id: str) -> None:
    for name in sorted(pictures_of(connection, response_id)):
        path = picture_file(records, name)
        if path is None or _is_shared(connection, name, response_id):
            continue
        try:
            erase(path)
        except OSError as error:
            raise KitError([records_problem(error, str(path))]) from error


def _is_shared(connection: sqlite3.Connection, name: str, response_id: str) -> bool:
    question = """
        SELECT 1 FROM entry WHERE response <> ?1 AND instr(evidence, ?2)
        UNION ALL SELECT 1 FROM response WHERE id <> ?1 AND instr(received, ?2) LIMIT 1
    """
    return connection.execute(question, (response_id, name)).fetchone() is not None


def _traces_left(shown: str) -> Problem:
    return Problem(
        "traces-left",
        "The response is not counted any more, but traces of it are still in the file: another "
        "command was using the answers all the while, or there is no room to write them anew.",
        Place(shown),
        "End the other command, and run this one once more.",
    )
