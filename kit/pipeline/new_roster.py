"""The roster of a new cohort: where it lies in the project, or is to be copied to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Problem, Severity
from kit.reading.plain_name import plain_name
from kit.reading.roster import read_roster
from kit.reading.roster_encoding import EXPORT, SPREADSHEETS

if TYPE_CHECKING:
    from kit.library import Library

ROSTERS: Final = "rosters"


@dataclass(frozen=True, slots=True)
class NewRoster:
    """A roster's name from the folder of the cohorts, and its content where it is to be copied."""

    name: str
    content: bytes | None = None


def dropped_path(text: str) -> Path:
    """Give the path in what was typed, or dropped into the terminal: in quotes, spaces escaped."""
    plain = text.strip().strip("'\"")
    path = Path(plain).expanduser()
    return path if path.exists() else Path(plain.replace("\\ ", " ")).expanduser()


def new_roster(file: Path, folder: Path, library: Library) -> NewRoster:
    """Look at the roster, and say how the cohort's file in `folder` names it.

    A file of the project stays where it is. Others are copied beside the cohorts; nothing is ever
    written over.

    Raises:
        KitError: it is no roster, cannot be read, or another file is in its place.
    """
    if file.suffix.lower() in SPREADSHEETS:
        message = f"`{file.name}` is a spreadsheet, and a roster is a list in CSV."
        raise KitError([Problem("not-csv", message, hint=EXPORT)])
    roster, problems = read_roster(file, file.name)
    if roster is None or any(each.severity is Severity.ERROR for each in problems):
        raise KitError(problems)
    inside = file.resolve()
    if inside.is_relative_to(folder.resolve()):
        return NewRoster(inside.relative_to(folder.resolve()).as_posix())
    try:
        content = file.read_bytes()
        name = f"{ROSTERS}/{plain_name(file.stem) or 'names'}.csv"
        place = folder / name
        if not place.exists():
            return NewRoster(name, content)
        if place.read_bytes() == content:
            return NewRoster(name)
    except OSError as error:
        message = f"`{file.name}` cannot be read: {error.strerror or error}."
        raise KitError([Problem("not-readable", message)]) from error
    message = f"`{library.shown(place)}` is there already, and is another list."
    raise KitError([Problem("file-used", message, hint="Give your list another name.")])
