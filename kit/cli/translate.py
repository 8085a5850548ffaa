"""`kit translate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import counted, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED


@guarded
def command(
    workshop: Annotated[str, typer.Argument(metavar="WORKSHOP", help="Which one.")],
    to: Annotated[str, typer.Option("--to", metavar="LANGUAGE", help="es, fr, pt-BR ...")],
    looked: Annotated[
        bool,
        typer.Option("--looked", help="You have brought the stale texts up to date: take note."),
    ] = False,
) -> int:
    """Begin a translation of a workshop, or bring its files up to date.

    What stands in workshops/LANGUAGE/ stays. What is missing is written there as comments, in the
    original's words; where the original has changed, it stands above the translation.

    \b
    kit translate mentee-driven-relationship --to es
    kit translate mentee-driven-relationship --to es --looked
    """  # noqa: D301 - \b keeps the lines below as they are
    import re

    from kit.definitions.translation import LANGUAGE
    from kit.errors import KitError, Problem
    from kit.library import find_library
    from kit.pipeline.translating import write_translation
    from kit.pipeline.unchanged import shown_path

    if not re.match(LANGUAGE, to):
        hint = "Write two small letters, as `es`, or with a country, as `pt-BR`."
        raise KitError([Problem("no-language", f"`{to}` is no language.", hint=hint)])
    for file in write_translation(find_library(Path.cwd()), workshop, to, looked=looked):
        say(
            f"{shown_path(file.path)}: {counted(file.texts, 'text')} translated, "
            f"{len(file.missing)} missing, {len(file.stale)} stale."
        )
        for path in file.stale:
            say(f"  stale: {path}")
    return FULFILLED
