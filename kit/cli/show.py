"""`kit show`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED


@guarded
def command(
    workshops: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORKSHOP", help="Which ones; all of yours when left out."),
    ] = None,
    length: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The agenda's length; the default when left out."),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Whose wording of the cases; the default when left out."),
    ] = None,
    roles: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Which list of roles; the default when left out."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of YAML.")] = False,
) -> int:
    """Show a workshop as it comes out: length, audience and words applied.

    What is shared is filled in, minutes are whole, what is not in this length is left out.

    \b
    kit show challenging-scenarios
    kit show challenging-scenarios --length short --json
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.errors import KitError
    from kit.library import find_library
    from kit.pipeline.resolved import as_yaml, resolved
    from kit.reading.workshop import load_workshops
    from kit.tailoring.choice import Choice
    from kit.tailoring.tailor import tailor

    library = find_library(Path.cwd())
    names = workshops or library.own_workshop_names()
    loaded, problems = load_workshops(library, names)
    if problems:
        raise KitError(problems)
    choice = Choice(length=length, audience=audience, roles=roles)
    shown = [resolved(tailor(each, choice)) for each in loaded]
    if as_json:
        import json

        data = shown[0] if len(shown) == 1 else shown
        say(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        say("\n---\n".join(as_yaml(each).rstrip() for each in shown))
    return FULFILLED
