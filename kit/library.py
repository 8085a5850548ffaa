"""Where things are: the user's project, and the bundled workshops and templates behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kit.errors import KitError, Place, Problem
from kit.suggestion import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

PROJECT_FILE = "kit.yaml"
WORKSHOPS = "workshops"
COHORTS = "cohorts"
"""The folder of the cohorts, in that of the workshops."""


@dataclass(frozen=True)
class Library:
    """A project folder, if there is one, before the bundled one: what is found first counts."""

    project: Path | None
    bundled: Path

    @cached_property
    def roots(self) -> tuple[Path, ...]:
        """The folders that files may be read from, symbolic links resolved."""
        folders = (self.project, self.bundled) if self.project else (self.bundled,)
        return tuple(dict.fromkeys(folder.resolve() for folder in folders))

    def folders(self, kind: str) -> tuple[Path, ...]:
        """Give the existing folders of a kind (`workshops`, `templates`), the project's first.

        Raises:
            KitError: one of them is a link that leads out of the project.
        """
        found = (root / kind for root in self.roots if (root / kind).is_dir())
        return tuple(
            dict.fromkeys(
                resolve_within(folder, self.roots, _leads_out(kind, Place(kind), kind))
                for folder in found
            )
        )

    def workshop_names(self) -> tuple[str, ...]:
        """Name every workshop that can be made, in the order of the alphabet."""
        return tuple(sorted(self._workshops()))

    def own_workshop_names(self) -> tuple[str, ...]:
        """Name the project's workshops; the bundled ones where the project has none."""
        for root in self.roots:
            if own := _workshops_in(root):
                return tuple(sorted(own))
        return ()

    def workshop_file(self, name: str) -> Path:
        """Find a workshop's file.

        Raises:
            KitError: there is none, or its file is a link that leads out of the project.
        """
        workshops = self._workshops()
        if name not in workshops:
            raise KitError([self._unknown_workshop(name, tuple(workshops))])
        return self._inside(workshops[name])

    def cohort_names(self) -> tuple[str, ...]:
        """Name every cohort that can be made, in the order of the alphabet."""
        return tuple(sorted(self._cohorts()))

    def own_cohort_names(self) -> tuple[str, ...]:
        """Name the project's cohorts; the bundled ones where it has no workshops either."""
        for root in self.roots:
            own = _definitions_in(root / WORKSHOPS / COHORTS)
            if own or _workshops_in(root):
                return tuple(sorted(own))
        return ()

    def exists(self, name: str) -> bool:
        """Say whether there is a workshop or cohort of this name, or that of `cohort/session`."""
        cohort, slash, _ = name.partition("/")
        return cohort in self._cohorts() or (not slash and name in self._workshops())

    def cohort_file(self, name: str) -> Path:
        """Find a cohort's file.

        Raises:
            KitError: there is none, or its file is a link that leads out of the project.
        """
        cohorts = self._cohorts()
        if name not in cohorts:
            hint = did_you_mean(name, cohorts, "`kit cohort new` makes one.")
            folders = [root / WORKSHOPS / COHORTS for root in self.roots]
            if any((folder / f"{name}.yml").is_file() for folder in folders):
                hint = f"The file `{name}.yml` must end in `.yaml`: rename it."
            raise KitError([Problem("unknown-cohort", f"There is no cohort `{name}`.", hint=hint)])
        return self._inside(cohorts[name])

    def shared_files(self, relative: str) -> tuple[Path, ...]:
        """Find every file of this name beside the workshops, the project's before the bundled.

        Raises:
            KitError: the name leads out of the project.
        """
        name = PurePosixPath(relative)
        if name.is_absolute() or ".." in name.parts or "\\" in relative or ":" in relative:
            raise KitError([_leads_out(relative)])
        candidates = [root / WORKSHOPS / name for root in self.roots]
        return tuple(self._inside(path) for path in candidates if _is_file(path))

    def shown(self, path: Path) -> str:
        """Write a path as the user would: from the current folder, or as one of the bundled."""
        resolved = path.resolve()
        holding = [root for root in self.roots if resolved.is_relative_to(root)]
        nearest = max(holding, key=lambda root: len(root.parts), default=None)
        if nearest is not None and nearest != self.roots[0]:
            return f"bundled: {resolved.relative_to(nearest).as_posix()}"
        if nearest is not None and self.project is None:
            return f"bundled: {resolved.relative_to(nearest).as_posix()}"
        here = Path.cwd()
        return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)

    def _workshops(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for root in reversed(self.roots):
            found |= _workshops_in(root)
        return found

    def _cohorts(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for root in reversed(self.roots):
            found |= _definitions_in(root / WORKSHOPS / COHORTS)
        return found

    def _inside(self, path: Path) -> Path:
        place = Place(self.shown(path.absolute().parent))
        return resolve_within(path, self.roots, _leads_out(str(path), place))

    def _unknown_workshop(self, name: str, known: tuple[str, ...]) -> Problem:
        stem = PurePosixPath(name.replace("\\", "/")).name
        for ending in (".yaml", ".yml"):
            stem = stem.removesuffix(ending)
        if stem in known:
            hint = f"Write `{stem}`: a workshop is named without its folder and ending."
        elif near := nearest(stem, known):
            hint = f"Did you mean `{near}`?"
        elif any((folder / f"{stem}.yml").is_file() for folder in self.folders(WORKSHOPS)):
            hint = f"The file `{stem}.yml` must end in `.yaml`: rename it."
        elif known:
            hint = "There is: " + ", ".join(f"`{each}`" for each in sorted(known)) + "."
        else:
            hint = "There is no workshop here yet. `kit init` makes one to start from."
        return Problem("unknown-workshop", f"There is no workshop `{name}`.", hint=hint)


def find_library(start: Path) -> Library:
    """Find the project around a folder: the nearest parent with `kit.yaml` or `workshops/`."""
    here = start.resolve()
    project = next((folder for folder in (here, *here.parents) if _is_project(folder)), None)
    return Library(project, bundled_folder())


def bundled_folder() -> Path:
    """Give the folder that holds the bundled `workshops/` and `templates/`.

    In an installed package it lies inside the package; in an editable install it is the repository.
    """
    package = Path(__file__).resolve().parent
    data = package / "_data"
    return data if data.is_dir() else package.parent


def resolve_within(path: Path, roots: Iterable[Path], refusal: Problem) -> Path:
    """Resolve a path, symbolic links too: what is read must lie below one of the roots.

    Raises:
        KitError: it leads out of them; `refusal` says so.
    """
    try:
        resolved = path.resolve()
    except (OSError, RuntimeError, ValueError):  # links in a circle, no name of a file
        raise KitError([refusal]) from None
    if not any(resolved.is_relative_to(root) for root in roots):
        raise KitError([refusal])
    return resolved


def file_within(folder: Path, name: str) -> Path | None:
    """Find a file by its name below a folder; None where there is none.

    Raises:
        KitError: the name or a symbolic link leads out of the folder.
    """
    if not _is_file(folder / name):
        return None
    shown = f"{folder.name}/{name}"
    return resolve_within(
        folder / name, (folder.resolve(),), _leads_out(shown, Place(shown), folder.name)
    )


def _is_project(folder: Path) -> bool:
    return _is_file(folder / PROJECT_FILE) or (folder / WORKSHOPS).is_dir()


def _workshops_in(root: Path) -> dict[str, Path]:
    return _definitions_in(root / WORKSHOPS)


def _definitions_in(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    files = (path for path in folder.glob("*.yaml") if not path.name.startswith("."))
    return {path.stem: path for path in files if _is_file(path)}


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, a folder that may not be entered
        return False


def _leads_out(name: str, where: Place | None = None, kind: str = WORKSHOPS) -> Problem:
    return Problem(
        "outside-project",
        f"`{name}` leads out of the project folder, so it is not read.",
        where,
        f"Put the file itself into the `{kind}` folder of the project, in place of a link.",
    )
