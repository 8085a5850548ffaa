"""`kit collect files`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import complain, counted, note, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, MISTAKEN


@guarded
def command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="DIR|FILE …", help="Folders with answer files, or the files.", readable=False
        ),
    ],
) -> int:
    """Take in the answer files that the form for offline use saves.

    Each is looked at: what was changed by hand or is of another form is named, and the rest is
    taken in. A person counts once, however often a file was saved or sent.

    \b
    kit collect files answers/
    kit collect files answers/ ~/Downloads/managing-up-answers-1a2b3c4d.json
    """  # noqa: D301 - \b keeps the lines below as they are
    from contextlib import ExitStack

    from kit.answers.store import existing_store
    from kit.cli.taking_in import take_in
    from kit.collecting.files import ENDINGS, collect_files
    from kit.collecting.given_files import given_files
    from kit.errors import Severity
    from kit.library import find_library

    library = find_library(Path.cwd())
    store = existing_store(library)  # without a project, that is told first
    with ExitStack() as stack:
        if store is not None:
            stack.enter_context(store)
        given = given_files((path.expanduser().absolute() for path in paths), ENDINGS)
        found = given.files
        if not found:
            complain(given.problems)
            say("There is no answer file there: their names end in .json.")
            return FULFILLED
        collected = collect_files(library, found, store)
    complain((*given.problems, *collected.problems))
    say(f"{counted(len(found), 'file')} looked at.")
    if collected.responses:
        take_in(library, collected.responses)
    if any(each.severity is Severity.ERROR for each in collected.problems):
        note("What is named above was not taken in.")
        return MISTAKEN
    return FULFILLED
