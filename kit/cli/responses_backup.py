"""`kit responses backup`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import counted, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED


@guarded
def command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="The file to write, ending in .zip; best on another disk."
        ),
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over the file if it is there.")
    ] = False,
) -> int:
    """Pack the answers and their pictures into one ZIP file, also while others write.

    It has everything up to one moment: the answers, pictures of the sheets, and the forms as
    printed, which reading a scan needs. To go back to it, end all commands and unpack it into the
    folder records (see the guide). A copy of records/answers.db alone, made another way while
    `kit collect web` runs, may lack the last answers.

    \b
    kit responses backup /media/stick/answers.zip
    kit responses backup before-review.zip --replace
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.answers.store import existing_store
    from kit.errors import KitError, Place, Problem
    from kit.library import find_library

    library = find_library(Path.cwd())
    store = existing_store(library)
    if store is None:
        message = "Nothing has come back yet, so there is nothing to back up."
        raise KitError([Problem("no-responses", message)])
    target = file.expanduser().absolute()
    if not replace and (target.exists() or target.is_symlink()):
        message = "This file is there already; nothing was written."
        hint = "Choose another name, or write over it with `--replace`."
        raise KitError([Problem("file-used", message, Place(str(file)), hint)])
    with store:
        store.backup(target)
        number = sum(each.responses for each in store.counts())
    say(f"{library.shown(target)}: {counted(number, 'response')}")
    return FULFILLED
