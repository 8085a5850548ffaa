"""`kit init`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED


@guarded
def command(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The new folder.")],
    workshop: Annotated[
        str, typer.Option(metavar="NAME", help="The bundled workshop to start from; see kit list.")
    ] = "mentee-driven-relationship",
) -> int:
    """Make a folder of your own, with one workshop to start from.

    It gets a copy of the workshop and of what it shares with others, the schema for your editor,
    and a template that shows how to change how documents look. Nothing is ever written over.

    \b
    kit init my-workshops
    kit init my-workshops --workshop challenging-scenarios
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.pipeline.scaffold import scaffold

    target = Path(folder).expanduser()
    for path in scaffold(target, workshop):
        say(str(target / path))
    say()
    say(f"Next: cd {shlex.quote(str(target))} && kit build")
    return FULFILLED
