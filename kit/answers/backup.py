"""A copy of the answers while they are in use."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from kit.answers.database import explained
from kit.errors import KitError, Place, Problem
from kit.pipeline.files import part_of, storage_problem

if TYPE_CHECKING:
    from pathlib import Path


def copy(connection: sqlite3.Connection, shown: str, source: Path, target: Path) -> None:
    """Copy the answers as they are at one moment into one file, whole or not at all.

    Raises:
        KitError: the target is the store itself or cannot be written, or the store is damaged.
    """
    name = target.name
    if target.exists() and source.exists() and target.samefile(source):
        message = "A backup cannot take the place of the answers themselves."
        hint = "Choose another name, best on another disk."
        raise KitError([Problem("not-a-backup", message, Place(str(target)), hint)])
    part = part_of(target)
    try:
        part.unlink(missing_ok=True)
        part.touch()
        with explained(shown), closing(sqlite3.connect(part)) as other:
            connection.backup(other)
            # One file, on its own: no log beside it.
            other.execute("PRAGMA journal_mode = DELETE")
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise KitError([storage_problem(error, name)]) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
