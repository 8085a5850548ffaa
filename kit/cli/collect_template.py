"""`kit collect template`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED


@guarded
def command(
    session: Annotated[
        str,
        typer.Argument(metavar="SESSION", help="COHORT/SESSION, or a workshop that has no cohort."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write, ending in .csv or .xlsx."
        ),
    ] = None,
    follow_up: Annotated[
        bool, typer.Option("--follow-up", help="For the form that is sent months later.")
    ] = False,
    length: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A workshop’s length; the default when left out."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="A workshop’s language, such as es.")
    ] = None,
) -> int:
    """Write an empty table to type answers into.

    It has a column for each answer and gets a row for each person. Write a number on each sheet
    and into the first column: it finds a mistake again and says nothing about anyone. Nothing is
    ever written over.

    \b
    kit collect template managing-up
    kit collect template residents-2027/first -o first.xlsx
    kit collect template residents-2027/first --follow-up -o later.csv
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.collecting.current_form import current_form
    from kit.collecting.template import write_template
    from kit.library import find_library

    library = find_library(Path.cwd())
    form = current_form(library, session, follow_up=follow_up, length=length, language=language)
    target = output or Path(f"{session.replace('/', '-')}{'-later' * follow_up}-answers.csv")
    write_template(form, target.expanduser().absolute(), str(target))
    say(str(target))
    say()
    say(f"Next: type the answers in, one row a person, then: kit collect table {target}")
    return FULFILLED
