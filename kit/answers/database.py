"""The file of the answers as a database: opened, held for one change at a time, explained."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from kit.answers.schema import prepare, version_of
from kit.errors import KitError, Place, Problem
from kit.pipeline.files import PRIVATE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE: Final = 10.0
"""Seconds to wait for another command: it writes for an instant."""

_PRIMARY: Final = 0xFF
"""SQLite's extended codes have their kind in the last byte."""
_DAMAGED: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_BUSY: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_REFUSED: Final = {
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY),
    *(sqlite3.SQLITE_AUTH, sqlite3.SQLITE_NOLFS),
}
_NO_ROOM: Final = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
"""The second is of the memory that commands share: a file beside the answers, also for readers."""


_OURS: Final = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError)
"""Mistakes of the program, which are told as such."""


class DamagedAnswersError(ValueError):
    """What stands in a row is nothing that the kit wrote there."""


_UNREADABLE: Final = (DamagedAnswersError, UnicodeDecodeError)


def opened(path: Path, shown: str, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open the file, made if need be, so that what is committed is on the disk.

    Raises:
        KitError: it cannot be opened or written, is damaged, another program's, or a later kit's.
    """
    _make_private(path)
    with explained(shown):
        connection = sqlite3.connect(
            path, timeout=patience, isolation_level=None, check_same_thread=False
        )
        try:
            # Before anything is written: what is deleted is overwritten, here and in the log.
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            version_of(connection, shown)  # what is not the kit's is not looked into any further
            _refuse_damage(connection)
            prepare(connection, shown)
            _choose_journal(connection)
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
    return connection


def _make_private(path: Path) -> None:
    """Make a new file for the account's own eyes; SQLite gives its logs the same rights.

    Where it is there or cannot be made, SQLite goes on, and says what is wrong.
    """
    with suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def _refuse_damage(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise DamagedAnswersError(found)


def _choose_journal(connection: sqlite3.Connection) -> None:
    """Write ahead where the disk can share memory; keep what was there where it cannot."""
    try:
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        if mode == "wal":
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return
    except sqlite3.OperationalError as error:
        if _kind(error) in _BUSY:
            return  # another command is at work in the mode that it found
    connection.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def changing(connection: sqlite3.Connection, shown: str) -> Iterator[None]:
    """Make one change, alone: all of it is on the disk afterwards, or nothing.

    Raises:
        KitError: another command does not end, the disk is full or read-only, the file is damaged.
    """
    with explained(shown):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite may have undone it itself
                connection.execute("ROLLBACK")
            raise


@contextmanager
def reading(connection: sqlite3.Connection, shown: str) -> Iterator[None]:
    """Read several things as they are at one moment.

    Raises:
        KitError: the file is damaged or cannot be read.
    """
    with explained(shown):
        connection.execute("BEGIN")
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")


@contextmanager
def explained(shown: str) -> Iterator[None]:
    """Turn what SQLite says into an educator's words.

    Raises:
        KitError: in place of an error of the file, of the disk, or of another command's hold.
    """
    try:
        yield
    except _OURS:
        raise
    except (sqlite3.Error, *_UNREADABLE) as error:
        raise KitError([_problem(error, shown)]) from error


def _kind(error: sqlite3.Error) -> int:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return -1 if code is None else code & _PRIMARY


def _problem(error: Exception, shown: str) -> Problem:
    kind = _kind(error) if isinstance(error, sqlite3.Error) else sqlite3.SQLITE_CORRUPT
    where = Place(shown)
    if kind in _BUSY:
        return Problem(
            "answers-busy",
            "Another command is writing into the answers and does not end. Nothing was changed.",
            where,
            "Wait until it has ended, and run this one again.",
        )
    if getattr(error, "sqlite_errorcode", kind) in _NO_ROOM:
        return Problem(
            "disk-full",
            "The disk is full: nothing of this was kept, and what was there is as it was.",
            where,
            "Make room and run the same command again.",
        )
    if kind in _REFUSED:
        return Problem(
            "not-writable",
            "The answers cannot be opened for writing: the disk or the folder refuses it.",
            where,
            "See that the file and its folder `records` may be written to, or copy the project to "
            "a place of your own.",
        )
    if kind == sqlite3.SQLITE_IOERR:
        return Problem(
            "disk-error",
            f"The disk failed while the answers were used ({error}). Nothing of this was kept.",
            where,
            "Copy the folder `records` to another disk, and go on there.",
        )
    return Problem(
        "damaged-answers",
        f"This file is damaged, or is no file of answers ({error}). Nothing was changed.",
        where,
        "Unpack what `kit responses backup` made in its place. Keep the damaged file: much of "
        "it can often be saved.",
    )
