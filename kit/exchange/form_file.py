"""A form ▶ the file by which another system makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import KitError, Place, Problem
from kit.pipeline.files import storage_problem, write_whole
from kit.press.extras import missing

if TYPE_CHECKING:
    from pathlib import Path

    from kit.exchange.questionnaire import Questionnaire
    from kit.exchange.systems.formats import Format


def write_form(
    asked: Questionnaire, kind: Format, path: Path, shown: str, *, replace: bool = False
) -> None:
    """Write a form in a format.

    Raises:
        KitError: the ending is another format's, an extra is missing, or the file is there already
            (without `replace`) or cannot be written.
    """
    ending = f".{kind.ending.rpartition('.')[2]}"
    if path.suffix.lower() != ending:
        message = f"{kind.system} takes this format from a file that ends in {ending}."
        raise KitError([Problem("export-kind", message, Place(shown), "Name it so.")])
    if kind.needs and (lacking := missing(kind.needs)):
        raise KitError([lacking])
    if not replace and (path.exists() or path.is_symlink()):
        message = "This file is there already; nothing was written."
        hint = "Choose another name, or write over it with `--replace`."
        raise KitError([Problem("file-used", message, Place(shown), hint)])
    try:
        write_whole(path, kind.write(asked))
    except OSError as error:
        raise KitError([storage_problem(error, shown)]) from error
