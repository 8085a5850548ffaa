"""`kit responses export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import counted, note, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED

if TYPE_CHECKING:
    from kit.answers.response import Way
    from kit.errors import Problem


@guarded
def command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write: .csv, .xlsx or .json.")
    ],
    session: Annotated[
        str | None,
        typer.Option(metavar="COHORT/SESSION", help="Only of this session, or this workshop."),
    ] = None,
    form: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only to this form, such as managing-up.")
    ] = None,
    way: Annotated[
        str | None,
        typer.Option(metavar="scan|web|file|pdf|table", help="Only what came back this way."),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over the file if it is there.")
    ] = False,
) -> int:
    """Write the answers into a table or a file for other programs.

    A table has a row for each response, in random order, and a column for each item; its codebook
    says what columns and numbers mean. It has no sheet numbers, no codes that people made for
    themselves, and no times. Answers that nobody has looked at yet are left out, and named in the
    column to_review.

    \b
    kit responses export answers.xlsx
    kit responses export answers.csv --session junior-faculty-2027/mosaic
    kit responses export answers.json --form managing-up
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.answers.response import Status
    from kit.answers.store import existing_store
    from kit.errors import KitError
    from kit.exchange.response_files import export_responses
    from kit.library import find_library

    chosen_way = _way(way)
    library = find_library(Path.cwd())
    store = existing_store(library)
    if store is None:
        raise KitError([_nothing(chosen=False)])
    with store:
        found = tuple(store.responses(session=session, form=form, way=chosen_way))
    if not found:
        raise KitError([_nothing(chosen=any((session, form, way)))])
    target = file.expanduser().absolute()
    written = export_responses(found, target, str(file), replace=replace)
    for path in written:
        say(library.shown(path))
    say(counted(len(found), "response"))
    answers = [answer for each in found for answer in each.response.answers]
    doubtful = sum(answer.status == Status.DOUBTFUL for answer in answers)
    if doubtful:
        note(f"Not in it: {counted(doubtful, 'answer')} that nobody has looked at yet; kit review.")
    return FULFILLED


def _way(name: str | None) -> Way | None:
    from kit.answers.response import Way
    from kit.errors import KitError, Problem
    from kit.suggestion import did_you_mean

    if name is None or name in set(Way):
        return Way(name) if name else None
    hint = did_you_mean(name, tuple(map(str, Way)))
    raise KitError([Problem("unknown-choice", f"No answers come back by `{name}`.", hint=hint)])


def _nothing(*, chosen: bool) -> Problem:
    from kit.errors import Problem

    if chosen:
        message = "Nothing of this kind has come back."
        return Problem("no-responses", message, hint="`kit responses list` says what has.")
    message = "Nothing has come back yet, so there is nothing to export."
    return Problem("no-responses", message, hint="`kit collect` takes answers in.")
