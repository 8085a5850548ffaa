"""What the file of a new cohort is called, and what may not stand in it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from kit.checking.cohorts import NO_FOLDERS, check_cohort
from kit.definitions.cohort import Cohort
from kit.errors import KitError, Problem, Severity
from kit.library import COHORTS, WORKSHOPS
from kit.reading.cohort import LoadedCohort
from kit.reading.plain_name import plain_name
from kit.reading.validation import validate
from kit.reading.yaml_source import parse_source

if TYPE_CHECKING:
    from kit.library import Library

_LONGEST = 60
_NAME = re.compile(r"[a-z][a-z0-9-]*")


def name_of(title: str) -> str:
    """Make a file's name of a title: `PGY-1 residents, 2027` is `pgy-1-residents-2027`.

    It is empty where the title has no letter that could stand in one.
    """
    plain = plain_name(title)[:_LONGEST].rstrip("-")
    if plain in NO_FOLDERS:
        return f"{plain}-cohort"
    return plain if any(each.isalpha() for each in plain) or title.isascii() else ""


def folder_of_cohorts(library: Library) -> Path:
    """Give the folder that cohorts' files are written to.

    Without a project this folder becomes one: workshops are the bundled ones then.
    """
    return (library.project or Path.cwd()) / WORKSHOPS / COHORTS


def refuse_title(title: str, library: Library) -> None:
    """Refuse a title that a cohort cannot have, or whose file is there already.

    Raises:
        KitError: with what is wrong.
    """
    text = f"kit: 1\ntitle: {quoted(title)}\nsessions: [{{id: first, workshop: first}}]\n"
    refuse_mistakes(text, folder_of_cohorts(library) / "new.yaml", library)
    free_path(title, "first", "", library)


def refuse_name(name: str, library: Library) -> None:
    """Refuse what cannot be a file's name, or is one that is there already.

    Raises:
        KitError: with what is wrong.
    """
    free_path("", "first", name, library)


def free_path(title: str, workshop: str, name: str, library: Library) -> Path:
    """Choose the file: as it was asked for, after the title, or after the workshop and numbered.

    Raises:
        KitError: the name is none, or there is such a file.
    """
    folder = folder_of_cohorts(library)
    if name and (not _NAME.fullmatch(name) or len(name) > _LONGEST or name in NO_FOLDERS):
        message = f"`{name}` cannot be a file’s name here."
        hint = f"Use letters a to z, digits and hyphens: `{name_of(name) or 'residents'}`."
        raise KitError([Problem("cohort-name", message, hint=hint)])
    if stem := name or name_of(title):
        path = folder / f"{stem}.yaml"
        if _is_used(path):
            message = f"`{library.shown(path)}` is there already."
            hint = (
                "Choose another name."
                if name
                else ("Choose another title, or name the file with `--name`.")
            )
            raise KitError([Problem("file-used", message, hint=hint)])
        return path
    # Nothing of the title can be spelled in a to z.
    after = f"{workshop}-cohort-{plain_name(title)}".rstrip("-")
    names = chain([after], (f"{after}-{number}" for number in count(2)))
    return next(path for each in names if not _is_used(path := folder / f"{each}.yaml"))


def _is_used(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def refuse_mistakes(text: str, path: Path, library: Library) -> None:
    """Refuse what was given where the file would have mistakes.

    Raises:
        KitError: it would; the problems name no place, since there is no file yet.
    """
    try:
        source = parse_source(text, path, library.shown(path))
    except KitError as error:
        problems = error.problems
    else:
        cohort, problems = validate(source, Cohort)
        if cohort is not None:
            problems = check_cohort(LoadedCohort(path.stem, cohort, source), library)
    stops = [replace(each, where=None) for each in problems if each.severity is Severity.ERROR]
    if stops:
        raise KitError(stops)


def quoted(text: str) -> str:
    """Write a text so that YAML reads it as text, whatever is in it."""
    inside = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'
