"""`kit responses withdraw`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.asking import agreed
from kit.cli.console import counted, note, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, INTERRUPTED

if TYPE_CHECKING:
    from kit.answers.stored import StoredResponse
    from kit.errors import Problem


@guarded
def command(
    named: Annotated[
        str,
        typer.Argument(
            metavar="ID|TOKEN",
            help="Its id in an export, or what stands under the code of a sheet.",
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> int:
    """Remove one response and every trace of it.

    Its answers, their history and the pictures of its handwriting are written over on the disk.
    Backups, exports, scans and the sheet itself are yours to find: taken in again, it counts again.

    \b
    kit responses withdraw k7f3-9xqm-2t4b
    kit responses withdraw WK-7K2MQ4ZC-1-0123456789ABC --yes
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.answers.store import existing_store
    from kit.errors import KitError, Problem
    from kit.library import find_library

    library = find_library(Path.cwd())
    store = existing_store(library)
    if store is None:
        message = "Nothing has come back yet, so there is nothing to withdraw."
        raise KitError([Problem("no-responses", message)])
    with store:
        found = store.find(named)
        if found is None:
            store.withdraw(named)  # clears up after a run that was stopped
            raise KitError([_unknown(named)])
        say(_words(found))
        try:
            question = "Withdraw it? It cannot be brought back."
            wanted = yes or agreed(question, instead="`--yes` does not ask.")
        except KeyboardInterrupt:
            note("\nStopped. Nothing was withdrawn.")
            return INTERRUPTED
        if not wanted:
            say("Nothing was withdrawn.")
            return FULFILLED
        store.withdraw(found.id)
        say(f"Withdrawn. Nothing of it is left in {library.shown(store.path)}.")
    note("Backups and exports from before still have it, and so has what it was read from.")
    return FULFILLED


def _words(found: StoredResponse) -> str:
    response = found.response
    answers = counted(len(response.answers), "answer")
    return (
        f"{found.id}: {response.form.session}, form {response.form.form}, by {response.way} on "
        f"{response.day.isoformat()}, {answers}"
    )


def _unknown(named: str) -> Problem:
    from kit.errors import Problem

    return Problem(
        "unknown-response",
        f"There is no response `{named}`: it was withdrawn before, or is mistyped.",
        hint="`kit responses export` gives the ids of all in its first column.",
    )
