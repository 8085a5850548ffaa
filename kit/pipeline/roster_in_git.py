"""A list of people that a version history would take up: told before it does."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Final

from kit.errors import Problem, Severity
from kit.pipeline.ignored import GITIGNORE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.library import Library
    from kit.reading.cohort import LoadedCohort

_TAKEN: Final = 1
"""What `git check-ignore` ends with for a file that it does not leave out."""
_LONGEST_WAIT: Final = 5
"""Seconds."""


def roster_in_git(cohort: LoadedCohort, library: Library) -> Iterator[Problem]:
    """Warn where the roster of a cohort of the user's own is not kept out of the history."""
    name, project = cohort.cohort.roster, library.project
    if name is None or project is None or project.resolve() == library.bundled.resolve():
        return
    root = project.resolve()
    with suppress(OSError, ValueError):
        path = (cohort.source.path.parent / name).resolve()
        if not (path.is_file() and path.is_relative_to(root)) or not _is_taken(path, root):
            return
        line = f"/{path.relative_to(root).as_posix()}"
        yield Problem(
            "roster-in-git",
            f"Git takes up the roster `{name}` with the names in it.",
            cohort.place("roster"),
            f"Write the line `{line}` into `{GITIGNORE}` at the top of your project. If it is "
            f"taken up already, `git rm --cached {line[1:]}` ends that, and the file stays.",
            Severity.WARNING,
        )


def _is_taken(path: Path, root: Path) -> bool:
    """Ask git, or where there is none but a history, look at the names that are ignored."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return False
    try:
        asked = subprocess.run(
            ["git", "check-ignore", "--quiet", path.name],
            cwd=path.parent,
            check=False,
            capture_output=True,
            timeout=_LONGEST_WAIT,
        )
    except (OSError, subprocess.TimeoutExpired):
        return not _is_listed(path, root)
    return asked.returncode == _TAKEN


def _is_listed(path: Path, root: Path) -> bool:
    """Say whether a line of an ignore file fits the name of a file, or of a folder around it."""
    folders = [each for each in path.parents if each.is_relative_to(root)]
    for folder in folders:
        with suppress(OSError, UnicodeError):
            inside = path.relative_to(folder)
            names = {*inside.parts, inside.as_posix()}
            for line in (folder / GITIGNORE).read_text("utf-8").splitlines():
                pattern = line.strip().strip("/")
                is_rule = pattern and not pattern.startswith(("#", "!"))
                if is_rule and any(fnmatch(name, pattern) for name in names):
                    return True
    return False
