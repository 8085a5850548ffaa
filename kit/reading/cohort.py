"""Cohort files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.definitions.cohort import Cohort
from kit.errors import KitError, Problem
from kit.reading.validation import validate
from kit.reading.yaml_source import Source, read_source

if TYPE_CHECKING:
    from kit.definitions.cohort import Session
    from kit.errors import Place
    from kit.library import Library


@dataclass(frozen=True)
class LoadedCohort:
    """A cohort and the file that it was read from."""

    name: str
    cohort: Cohort
    source: Source = field(repr=False)

    def place(self, *location: str | int, key: bool = False) -> Place:
        """Say where something stands in its file."""
        return self.source.place(location, key=key)

    def session(self, session_id: str) -> Session | None:
        """Give a session by its id."""
        return next((each for each in self.cohort.sessions if each.id == session_id), None)


def load_cohort(library: Library, name: str) -> tuple[LoadedCohort | None, tuple[Problem, ...]]:
    """Read a cohort.

    Returns:
        The cohort, or None, and every problem of its file.
    """
    try:
        path = library.cohort_file(name)
        source = read_source(path, library.shown(path))
    except KitError as error:
        return None, error.problems
    cohort, problems = validate(source, Cohort)
    return (LoadedCohort(name, cohort, source) if cohort else None), problems
