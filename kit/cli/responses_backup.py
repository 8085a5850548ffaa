"""`kit responses backup`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import counted, note, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED


@guarded
def command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The copy to write, best on another disk.")
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over the file if it is there.")
    ] = False,
) -> int:
    """Copy the answers into one file, also while others write.

    The copy has everything up to one moment. A copy of records/answers.db alone, made another way
    while `kit collect web` runs, may lack the last answers. Pictures of handwriting and the forms
    as printed are not in it: copy the folder records for those.

    \b
    kit responses backup /media/stick/answers.db
    kit responses backup answers-before-review.db --replace
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
        pictures = (store.records / "pictures").is_dir()
    say(f"{library.shown(target)}: {counted(number, 'response')}")
    if pictures:
        note("Pictures of handwriting are not in it: copy the folder records for those.")
    return FULFILLED
