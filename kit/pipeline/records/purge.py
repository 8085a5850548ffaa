"""Removing what is about people: first what there is, then, if it is wanted, taking it away."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.errors import KitError, Problem
from kit.pipeline.out_folder import locked
from kit.pipeline.records.kept_places import tidy_places
from kit.pipeline.records.records_folder import TABLES, held_records, records_folder
from kit.pipeline.records.session_records import read_record, write_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kit.library import Library

_PATIENCE = 10.0


class What(StrEnum):
    """What is taken away, and how."""

    NAMES = "names"
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Removal:
    """One thing to remove: the names in a record, a file, or a folder. `shown` is in words."""

    what: What
    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed, and what could not be."""

    done: tuple[Removal, ...]
    problems: tuple[Problem, ...]


def purge(removals: Sequence[Removal], library: Library, builds: Sequence[Path]) -> Removed:
    """Remove what was found; what cannot be removed keeps nothing else from being removed.

    Raises:
        KitError: another command is writing at this time; nothing was removed.
    """
    done: list[Removal] = []
    problems: list[Problem] = []
    with ExitStack() as stack:
        if any(each.what is not What.FOLDER for each in removals):
            stack.enter_context(held_records(library))
        if any(each.what is What.FOLDER for each in removals):
            for build in builds:
                stack.enter_context(locked(build, _building(), patience=_PATIENCE))
        for each in removals:
            try:
                if _remove(each, library):
                    done.append(each)
            except KitError as error:
                problems += error.problems
            except FileNotFoundError:
                continue
            except OSError as error:
                problems.append(_not_removed(error, library.shown(each.path)))
        _tidy(records_folder(library) / TABLES)
    tidy_places(library)
    return Removed(tuple(done), tuple(problems))


def _remove(removal: Removal, library: Library) -> bool:
    """Remove one thing; say whether it was still there."""
    if removal.what is What.FOLDER:
        shutil.rmtree(removal.path)
    elif removal.what is What.FILE:
        removal.path.unlink()
    else:
        # It may have been written again since the list was shown: what is there now counts.
        shown = library.shown(removal.path)
        record = read_record(removal.path, shown)
        if record is None or not record.names:
            return False
        write_record(removal.path, record.without_names(), shown)
    return True


def _tidy(tables: Path) -> None:
    """Remove the folders of the tables that are empty now."""
    with suppress(OSError):
        for folder in [*tables.iterdir(), tables]:
            with suppress(OSError):
                folder.rmdir()


def _building() -> Problem:
    return Problem(
        "out-busy",
        "A build is going on, so nothing was removed.",
        hint="Wait until it has ended, and run this command again.",
    )


def _not_removed(error: OSError, shown: str) -> Problem:
    reason = "access was refused" if isinstance(error, PermissionError) else error.strerror
    return Problem(
        "not-removed",
        f"`{shown}` could not be removed: {reason or error}.",
        hint="Close it where it is open, see that its folder may be written to, and try again.",
    )
