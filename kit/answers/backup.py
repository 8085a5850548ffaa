"""A copy of the answers while they are in use: one ZIP file with their pictures and their forms."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kit.answers.database import explained
from kit.answers.pictures import picture_file
from kit.answers.withdrawal import pictures_of
from kit.errors import KitError, Place, Problem
from kit.pipeline.files import open_private, part_of, storage_problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDING: Final = ".zip"
_FORMS: Final = "forms"
_PACKED: Final = frozenset({".png", ".jpg"})
"""What is small already."""


def pack(connection: sqlite3.Connection, shown: str, source: Path, target: Path) -> None:
    """Pack the answers as they are at one moment, with their pictures and the forms as printed.

    The file is written whole or not at all. Unpacked into a folder `records`, it is all that was
    there of answers. Like the store, it is for the account's own eyes.

    Raises:
        KitError: the target is no ZIP file or cannot be written, or the store is damaged.
    """
    if target.suffix.lower() != ENDING:
        message = "A backup is a ZIP file: it has the answers, their pictures and their forms."
        raise KitError([Problem("backup-kind", message, Place(target.name), "Let it end in .zip.")])
    part = part_of(target)
    try:
        part.unlink(missing_ok=True)
        with (
            # Beside the target: the disk has room for it, and it is as safe there.
            TemporaryDirectory(prefix=".kit-backup-", dir=target.parent) as folder,
            open_private(part) as file,
            ZipFile(file, "w") as packed,
        ):
            database = target.parent / folder / source.name
            _copy(connection, shown, database)
            # Pictures are written before the answers that name them: none of these is missing.
            for path in (database, *_pictures(database, shown, source.parent), *_forms(source)):
                inside = path.name if path == database else f"{path.parent.name}/{path.name}"
                _add(packed, path, inside)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(target)
    except OSError as error:
        raise KitError([storage_problem(error, target.name)]) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _copy(connection: sqlite3.Connection, shown: str, target: Path) -> None:
    with explained(shown), closing(sqlite3.connect(target)) as other:
        connection.backup(other)
        # One file, on its own: no log beside it.
        other.execute("PRAGMA journal_mode = DELETE")


def _pictures(database: Path, shown: str, records: Path) -> Iterator[Path]:
    """Give the pictures that the copied answers name, and no others."""
    with explained(shown), closing(sqlite3.connect(database)) as copied:
        ids = [row[0] for row in copied.execute("SELECT id FROM response ORDER BY id")]
        names = {name for each in ids for name in pictures_of(copied, each)}
    yield from (path for name in sorted(names) if (path := picture_file(records, name)))


def _forms(source: Path) -> list[Path]:
    folder = source.parent / _FORMS
    return sorted(each for each in folder.glob("*") if each.is_file() and each.name[0] != ".")


def _add(packed: ZipFile, path: Path, inside: str) -> None:
    """Add a file without its time; one that was withdrawn meanwhile is left out."""
    about = ZipInfo(inside)
    about.compress_type = ZIP_STORED if path.suffix in _PACKED else ZIP_DEFLATED
    about.external_attr = 0o600 << 16
    with suppress(FileNotFoundError), path.open("rb") as file:
        about.file_size = path.stat().st_size
        with packed.open(about, "w") as to:
            while some := file.read(1 << 20):
                to.write(some)
