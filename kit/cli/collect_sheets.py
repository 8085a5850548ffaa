"""`kit collect sheets`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import complain, counted, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    session: Annotated[
        str,
        typer.Argument(metavar="SESSION", help="COHORT/SESSION, or a workshop that has no cohort."),
    ],
    number: Annotated[
        int, typer.Option("--number", "-n", min=1, max=5000, help="How many forms.")
    ] = ...,  # type: ignore[assignment]
    follow_up: Annotated[
        bool, typer.Option("--follow-up", help="The form that is sent months later.")
    ] = False,
    length: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A workshop’s length; the default when left out."),
    ] = None,
    paper: Annotated[
        str, typer.Option(metavar="NAME", help="A workshop’s paper: letter or a4.")
    ] = "letter",
    large: Annotated[bool, typer.Option("--large", help="In large print.")] = False,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="A workshop’s language, such as es.")
    ] = None,
    out: Annotated[
        str | None, typer.Option(metavar="FOLDER", help="Where to; build/ when left out.")
    ] = None,
) -> int:
    """Print numbered forms, each with a code of its own.

    A form that comes back twice, on paper or on paper and on the web, is then counted once. Nobody
    writes down who gets which: hand them out face down, from a shuffled pile. Do not photocopy
    them; for the photocopier, print the evaluation form of the packet. Printed again, the sheets
    have the codes that they had, and more sheets get new ones.

    \b
    kit collect sheets managing-up --number 24
    kit collect sheets junior-faculty-2027/mosaic --number 18
    kit collect sheets junior-faculty-2027/mosaic --number 18 --follow-up
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.collecting.numbered_sheets import print_numbered
    from kit.library import find_library
    from kit.pipeline.request import PAPERS, Options, Request

    options = Options()
    chosen = options.one("--paper", paper, PAPERS)
    options.finish()
    request = Request(
        workshops=(session,),
        length=length,
        paper="a4" if chosen == "a4" else "letter",
        large=large,
        language=language,
        out=Path(out) if out else None,
    )
    made = print_numbered(find_library(Path.cwd()), session, number, request, follow_up=follow_up)
    complain(made.problems)
    say(f"{made.shown}: {counted(made.sheets, 'form')}, {counted(made.pages, 'page')}")
    say()
    say("Print them on both sides if your printer can, shuffle them, and hand them out face down.")
    return FULFILLED
