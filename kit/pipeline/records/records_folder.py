"""The project's `records/`: what was gathered about sessions, on this machine only."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Problem
from kit.pipeline.files import PRIVATE_FOLDER, storage_problem, write_whole
from kit.pipeline.out_folder import locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.library import Library

RECORDS: Final = "records"
SESSIONS: Final = "sessions"
TABLES: Final = "tables"
COHORTS: Final = "cohorts"
"""Digests of what cohorts replace in their workshops: nothing about people."""

_IGNORED = b"""\
# About people: never in a version history.
*
"""
_PATIENCE = 10.0
"""Seconds to wait for another run: it holds the folder for an instant."""


def records_folder(library: Library) -> Path:
    """Give the folder of the records, which may not be there yet.

    Raises:
        KitError: there is no project that could have one.
    """
    if library.project is None:
        raise KitError(
            [
                Problem(
                    "no-project",
                    "Records are kept in a project folder of your own, and there is none here.",
                    hint="`kit init my-workshops` makes one; run this command again inside it.",
                )
            ]
        )
    return library.project / RECORDS


@contextmanager
def held_records(library: Library) -> Iterator[Path]:
    """Hold the records against a second run while something in them is changed.

    The folder is made if need be, with a file that keeps it out of version histories,
    and for the account's own eyes; one that is there keeps its rights.

    Raises:
        KitError: there is no project, the folder cannot be made, or another run does not end.
    """
    folder = records_folder(library)
    busy = Problem(
        "records-busy",
        f"Another command is writing into `{RECORDS}`.",
        hint="Wait until it has ended, and run this one again.",
    )
    shown = library.shown(folder)
    try:
        folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    except OSError as error:
        raise KitError([records_problem(error, shown)]) from error
    with locked(folder, busy, patience=_PATIENCE):
        try:
            if not (folder / ".gitignore").exists():
                write_whole(folder / ".gitignore", _IGNORED)
        except OSError as error:
            raise KitError([records_problem(error, shown)]) from error
        yield folder


def records_problem(error: OSError, shown: str) -> Problem:
    """Explain why something in the records could not be written."""
    problem = storage_problem(error, shown)
    hint = {
        "disk-full": "Make room and run the same command again: what was there is as it was.",
        "in-the-way": "Move it away and run the same command again.",
    }.get(
        problem.code,
        f"Records lie in the folder `{RECORDS}` of the project: see that it may be written to.",
    )
    return replace(problem, hint=hint)
