"""Files and folders that were named ▶ the files to read, and what is passed over."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_MOST_FILES: Final = 20_000
_NAMED: Final = 6
_NUMBER: Final = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class GivenFiles:
    """The files to read, each once, and a warning for each folder that has others or is closed."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()


def given_files(paths: Iterable[Path], endings: Collection[str]) -> GivenFiles:
    """List the files that are named, and those of the endings in folders and what is below them.

    Those of a folder come in the order of their names, `page-2` before `page-10`, also where a
    shell named them all. Hidden ones are passed over without a word.

    Raises:
        KitError: one of them is not there, or there are far too many.
    """
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    missing = []
    for path in _as_counted(paths):
        if path.is_dir():
            problems += map(_closed, _closed_below(path))
            below = sorted(islice(_below(path), _MOST_FILES + 1), key=_order)
            found |= dict.fromkeys(each for each in below if each.suffix.lower() in endings)
            if others := [each for each in below if each.suffix.lower() not in endings]:
                problems.append(_passed_over(path, others, endings))
        elif path.exists():
            found[path] = None
        else:
            missing.append(Problem("no-such-file", "This is not there.", Place(str(path))))
    if missing:
        raise KitError(missing)
    if len(found) > _MOST_FILES:
        message = f"There are more than {_MOST_FILES:,} files: is it the right folder?"
        raise KitError([Problem("too-many-files", message)])
    return GivenFiles(tuple(found), tuple(problems))


def _as_counted(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the paths in their order, but those of one folder as people count where a shell did not.

    `photos/*` comes as `page-10`, `page-2`: the two sides of a sheet would be torn apart.
    """
    for _, members in groupby(paths, key=lambda path: path.parent):
        given = list(members)
        names = [path.name for path in given]
        by_letters = names in (sorted(names), sorted(names, key=str.lower))
        yield from sorted(given, key=_order) if by_letters else given


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            yield path


def _closed_below(folder: Path) -> Iterator[Path]:
    """Give the folders that may not be looked into: their files would be missed without a word."""
    for path in (folder, *folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            yield path


def _closed(folder: Path) -> Problem:
    return Problem(
        "closed-folder",
        "You may not look into this folder; none of its files was read.",
        Place(str(folder)),
        "Change its permissions so that you may.",
        Severity.WARNING,
    )


def _order(path: Path) -> list[list[tuple[int, str]]]:
    """Sort as people count: the numbers in a name by their size, and `scan` before `scan 2`."""
    return [
        [
            (int(each), "") if each.isdecimal() else (-1, each)
            for each in _NUMBER.split(part.lower())
        ]
        for part in (*path.parent.parts, path.stem, path.suffix)
    ]


def _passed_over(folder: Path, others: list[Path], endings: Collection[str]) -> Problem:
    names = ", ".join(each.relative_to(folder).as_posix() for each in others[:_NAMED])
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    return Problem(
        "passed-over",
        f"Not looked at, since {'its name ends' if len(others) == 1 else 'their names end'} "
        f"otherwise: {names}{more}.",
        Place(str(folder)),
        f"Names that end in {', '.join(sorted(endings))} are.",
        Severity.WARNING,
    )
