"""`kit collect pdf`."""

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
            metavar="FILE|DIR …", help="Filled-in PDFs, or folders with them.", readable=False
        ),
    ],
    session: Annotated[
        str | None,
        typer.Option(
            metavar="SESSION",
            help="Whose answers: COHORT/SESSION, or a workshop that has no cohort.",
        ),
    ] = None,
) -> int:
    """Take in evaluation forms that were filled in as PDFs.

    They are those of kit build --fillable. An answer that one program would show and another would
    not is left for kit review. A file that cannot be read, or is of another form, is named, and the
    rest is taken in. The same file counts once.

    \b
    kit collect pdf filled-in/
    kit collect pdf filled-in/*.pdf --session residents-2027/first
    """  # noqa: D301 - \b keeps the lines below as they are
    from contextlib import nullcontext

    from kit.answers.store import existing_store
    from kit.cli.taking_in import take_in
    from kit.collecting.given_files import given_files
    from kit.collecting.pdf import collect_pdfs
    from kit.collecting.stamped_forms import StampedForms
    from kit.errors import Severity
    from kit.library import find_library
    from kit.pipeline.records.records_folder import records_folder

    library = find_library(Path.cwd())
    records_folder(library)  # without a project, that is told first
    forms = StampedForms(library, session)
    given = given_files((path.expanduser().absolute() for path in paths), (".pdf",))
    found = given.files
    if not found:
        complain(given.problems)
        say("There is no PDF there.")
        return FULFILLED
    with existing_store(library) or nullcontext() as store:
        collected = collect_pdfs(library, found, forms, store)
    complain((*given.problems, *collected.problems))
    say(f"{counted(len(found), 'file')} looked at.")
    if collected.responses:
        take_in(library, collected.responses)
    if any(each.severity is Severity.ERROR for each in collected.problems):
        note("What is named above was not taken in.")
        return MISTAKEN
    return FULFILLED
