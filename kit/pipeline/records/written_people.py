"""What a cohort's file says of people: where their list lies, and whether it names some itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.errors import KitError
from kit.reading.yaml_source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from kit.library import Library


def roster_file(library: Library, cohort: str) -> Path | None:
    """Give the file that a cohort names as its roster, although other things in it are wrong."""
    data, path = _written(library, cohort)
    roster = data.get("roster")
    return (path.parent / roster).resolve() if path and isinstance(roster, str) else None


def names_people(library: Library, cohort: str) -> bool:
    """Say whether a cohort's file names people, under `tables`, as those who sit apart."""
    tables = _written(library, cohort)[0].get("tables")
    apart = tables.get("apart") if isinstance(tables, dict) else None
    entries = apart if isinstance(apart, list) else []
    return any(isinstance(each, dict) and "by" not in each for each in entries)


def _written(library: Library, cohort: str) -> tuple[dict[str, Any], Path | None]:
    """Read what a file holds, whether it is right or not; nothing where it cannot be read."""
    try:
        path = library.cohort_file(cohort)
        data: Any = read_source(path, library.shown(path)).data
    except KitError:
        return {}, None
    return (data, path) if isinstance(data, dict) else ({}, path)
