"""Where a project has something about people: what the kit gathered or made, and what you wrote."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kit.errors import KitError, Problem
from kit.pipeline.files import PART, part_of
from kit.pipeline.manifest import load_manifest
from kit.pipeline.records.comment_names import COMMENT_NAMES
from kit.pipeline.records.kept_places import PEOPLE, kept_places
from kit.pipeline.records.purge import Removal, What
from kit.pipeline.records.records_folder import RECORDS, SESSIONS, TABLES, records_folder
from kit.pipeline.records.session_records import read_record
from kit.pipeline.records.written_people import names_people, roster_file
from kit.reading.roster_encoding import SPREADSHEETS
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.library import Library

_LISTS = (".csv", ".tsv", *sorted(SPREADSHEETS))
_DEEPEST = 4
_NOT_YOURS = {RECORDS, "node_modules", "__pycache__", "venv"}


@dataclass(slots=True)
class AboutPeople:
    """What can be removed, what is left to its owner, in words, and what cannot be read.

    `builds` are the folders in which packets were looked for; `absent` those that were noted and
    are not there now.
    """

    removals: list[Removal] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    builds: tuple[Path, ...] = ()
    absent: tuple[Path, ...] = ()


def find_about_people(library: Library, cohort: str | None, build: Path) -> AboutPeople:
    """Find what is about the people of a cohort, or of all, and change nothing.

    Packets are looked for in `build`, and where packets of this project were made besides.

    Raises:
        KitError: there is no project, or nothing is known of such a cohort.
    """
    search = _Search(library, records_folder(library), build, cohort)
    if cohort is not None:
        search.refuse_unknown()
    search.records()
    search.tables()
    search.comment_names()
    search.packets()
    search.lists()
    search.cohort_files()
    return search.found


class _Search:
    def __init__(self, library: Library, records: Path, build: Path, cohort: str | None) -> None:
        self.found = AboutPeople()
        self._library = library
        self._records = records
        self._sessions = records / SESSIONS
        self._tables = records / TABLES
        noted = tuple(each for each in kept_places(library) if each != build)
        self.found.builds = (build, *(each for each in noted if each.is_dir()))
        self.found.absent = tuple(each for each in noted if not each.is_dir())
        self._cohort = cohort

    def refuse_unknown(self) -> None:
        """Raise where neither a file nor anything gathered has the cohort's name."""
        known = {
            *self._library.cohort_names(),
            *(each.name for each in self._inside(self._sessions)),
            *(each.name for each in self._inside(self._tables)),
            *(each.parent.parent.name for each in self._people()),
        }
        if self._cohort not in known:
            name, slash, _ = str(self._cohort).partition("/")
            hint = did_you_mean(str(self._cohort), sorted(known))
            if slash and name in known:
                hint = f"Write `kit purge {name}`: a cohort is purged whole."
            message = f"There is no cohort `{self._cohort}`, and nothing was gathered of one."
            raise KitError([Problem("unknown-cohort", message, hint=hint)])

    def records(self) -> None:
        """Find the names in records, and say which records have texts that may name someone."""
        for path in self._files(self._sessions, "a file that is no record"):
            shown = self._library.shown(path)
            try:
                record = read_record(path, shown)
            except KitError as error:
                self.found.problems += error.problems
                continue
            if record is None:
                continue
            if names := len(record.names):
                words = f"{names} {'name' if names == 1 else 'names'}; the numbers stay"
                self._remove(What.NAMES, path, words)
            if record.note or record.notes or record.debrief:
                self.found.left.append(f"{shown}: your own notes; see whether they name anyone")

    def tables(self) -> None:
        """Find who sat at which table."""
        for path in self._files(self._tables, "a file that the kit did not write"):
            self._remove(What.FILE, path, "who sits at which table")

    def comment_names(self) -> None:
        """Find the names that were decided about for reports: those of all cohorts together."""
        path = self._records / COMMENT_NAMES
        if path.is_symlink():
            self.found.left.append(f"{self._shown_link(path)}: a link to another place")
        elif path.is_file():
            self._remove(
                What.FILE, path, "names in comments, of any cohort, and what became of them"
            )
        if part_of(path).is_file():
            self._remove(What.FILE, part_of(path), "half a file, of a run that was stopped")

    def packets(self) -> None:
        """Find the personal packets of builds."""
        for build in self.found.builds:
            self._packets_in(build)

    def _packets_in(self, build: Path) -> None:
        made_here = load_manifest(build).found
        for folder in self._people_in(build):
            cohort = folder.parent.parent.name
            if self._cohort not in (None, cohort):
                continue
            shown = self._library.shown(folder.parent) + f"/{PEOPLE}"
            if folder.is_symlink():
                self.found.left.append(f"{shown}: a link to another place")
            elif not made_here and cohort not in self._library.cohort_names():
                self.found.left.append(f"{shown}: no build of this project made it")
            else:
                count = sum(len(files) for _, _, files in os.walk(folder))
                words = f"personal packets, {count} {'file' if count == 1 else 'files'}"
                self._remove(What.FOLDER, folder, words)

    def lists(self) -> None:
        """Name the rosters and sign-in lists that lie in the project: they are their writer's.

        Of one cohort, those that other cohorts name as theirs are passed over.
        """
        project = self._library.project or self.found.builds[0]
        of_others = self._rosters_of_others()
        for top, folders, files in os.walk(project):
            here = Path(top)
            folders[:] = sorted(
                name
                for name in folders
                if not (
                    name.startswith(".") or name in _NOT_YOURS or here / name in self.found.builds
                )
            )
            if len(here.relative_to(project).parts) >= _DEEPEST:
                folders.clear()
            for name in sorted(files):
                if name.lower().endswith(_LISTS) and (here / name).resolve() not in of_others:
                    self.found.left.append(f"{self._library.shown(here / name)}: a list of yours")

    def cohort_files(self) -> None:
        """Name the files of cohorts that name people themselves: they are their writer's."""
        project = self._library.project
        for name in self._library.cohort_names():
            path = self._library.cohort_file(name)
            # What comes with the kit is about nobody.
            is_own = project is not None and path.is_relative_to(project)
            if self._cohort in (None, name) and is_own and names_people(self._library, name):
                shown = self._library.shown(path)
                self.found.left.append(f"{shown}: names or addresses under `tables`, `apart`")

    def _rosters_of_others(self) -> set[Path | None]:
        if self._cohort is None:
            return set()
        rosters = {name: roster_file(self._library, name) for name in self._library.cohort_names()}
        own = rosters.pop(self._cohort, None)
        return set(rosters.values()) - {own}

    def _people(self) -> Iterator[Path]:
        for build in self.found.builds:
            yield from self._people_in(build)

    def _people_in(self, build: Path) -> Iterator[Path]:
        for cohort in self._inside(build):
            if cohort.is_symlink():
                continue
            for session in self._inside(cohort):
                if not session.is_symlink() and (session / PEOPLE).is_dir():
                    yield session / PEOPLE

    def _files(self, base: Path, other: str) -> Iterator[Path]:
        """Give the JSON files of the cohorts; name other things, but remove halves of files."""
        for cohort in self._inside(base):
            if self._cohort not in (None, cohort.name):
                continue
            if cohort.is_symlink():
                self.found.left.append(f"{self._shown_link(cohort)}: a link to another place")
                continue
            for path in self._entries(cohort):
                if path.is_symlink():
                    self.found.left.append(f"{self._shown_link(path)}: a link to another place")
                elif path.name.endswith(PART) and path.is_file():
                    self._remove(What.FILE, path, "half a file, of a run that was stopped")
                elif path.suffix == ".json" and path.is_file():
                    yield path
                else:
                    self.found.left.append(f"{self._library.shown(path)}: {other}")

    def _inside(self, folder: Path) -> list[Path]:
        """Give the folders in a folder."""
        return [each for each in self._entries(folder) if each.is_dir()]

    def _entries(self, folder: Path) -> list[Path]:
        """Give what is in a folder, nothing where it is not there."""
        try:
            return sorted(folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            shown = self._library.shown(folder)
            message = f"`{shown}` cannot be looked into: {error.strerror or error}."
            hint = "Change its permissions so that you may read it."
            problem = Problem("not-readable", message, hint=hint)
            if problem not in self.found.problems:
                self.found.problems.append(problem)
            return []

    def _remove(self, what: What, path: Path, words: str) -> None:
        shown = f"{self._library.shown(path)}: {words}"
        self.found.removals.append(Removal(what, path, shown))

    def _shown_link(self, path: Path) -> str:
        return f"{self._library.shown(path.parent)}/{path.name}"
