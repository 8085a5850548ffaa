"""The folders besides `build` into which people's packets were made, so that they are found again.

Kept in `records/places.json`: paths alone, nothing about people.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kit.errors import KitError
from kit.pipeline.files import write_whole
from kit.pipeline.out_folder import default_out
from kit.pipeline.records.records_folder import held_records, records_folder, records_problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.library import Library

PEOPLE: Final = "people"
"""The folder of a built session that holds the personal packets."""
_FILE: Final = "places.json"


def keep_place(library: Library, folder: Path) -> None:
    """Note that packets are made in a folder, where there is a project to note it in.

    Raises:
        KitError: it cannot be written.
    """
    folder = folder.absolute()
    if library.project is None or folder == default_out(library).absolute():
        return
    if folder not in kept_places(library):
        _write(library, (*kept_places(library), folder))


def kept_places(library: Library) -> tuple[Path, ...]:
    """Give the folders that were noted; none where the note is not there or cannot be read."""
    if library.project is None:
        return ()
    try:
        data = json.loads((records_folder(library) / _FILE).read_text(encoding="utf-8"))
        # A path of this project is kept from its folder, so that it may be moved.
        return tuple(library.project.absolute() / str(each) for each in data["places"])
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def tidy_places(library: Library) -> None:
    """Forget the folders that have no packets any more; those that are not there now stay noted.

    Raises:
        KitError: it cannot be written.
    """
    before = kept_places(library)
    after = [each for each in before if not each.is_dir() or any(each.glob(f"*/*/{PEOPLE}"))]
    if len(after) < len(before):
        _write(library, after)


def _write(library: Library, places: Iterable[Path]) -> None:
    project = (library.project or Path.cwd()).absolute()
    names = [
        each.relative_to(project).as_posix() if each.is_relative_to(project) else str(each)
        for each in places
    ]
    path = records_folder(library) / _FILE
    with held_records(library):
        try:
            if names:
                write_whole(path, json.dumps({"places": names}, indent=1).encode())
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise KitError([records_problem(error, library.shown(path))]) from error
