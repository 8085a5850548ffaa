"""What a cohort's changes replaced when its packets were made, in `records/`: digests, no names."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kit.errors import KitError, Place, Problem, Severity
from kit.pipeline.files import write_whole
from kit.pipeline.records.records_folder import COHORTS, RECORDS, held_records, records_problem
from kit.tailoring.patching.beneath import changed_beneath, usual_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kit.library import Library
    from kit.tailoring.session import LoadedSession

_Usual: TypeAlias = "dict[str, dict[str, str]]"
"""The digests by workshop and by path."""

_FORMAT: Final = 1


def usual_file(library: Library, cohort: str) -> Path | None:
    """Give the file of a cohort; None where there is no project to keep it."""
    if library.project is None:
        return None
    return library.project / RECORDS / COHORTS / f"{cohort}.json"


def beneath_problems(library: Library, session: LoadedSession) -> tuple[Problem, ...]:
    """Warn of what has changed under a session's changes since its cohort was last built."""
    try:
        kept = _load(library, session.cohort.name)
    except KitError as error:
        return error.problems
    return tuple(changed_beneath(session, kept.get(session.session.workshop, {})))


def keep_usual(library: Library, sessions: Iterable[LoadedSession]) -> tuple[Problem, ...]:
    """Keep what the changes of sessions replace, where it is another than before.

    Nothing depends on it but warnings: what cannot be kept is told, and stops nothing.
    """
    made: dict[str, _Usual] = {}
    for each in sessions:
        usual = made.setdefault(each.cohort.name, {})
        usual.setdefault(each.session.workshop, {}).update(usual_of(each.beneath))
    found: list[Problem] = []
    for cohort, usual in made.items():
        try:
            _keep(library, cohort, usual)
        except KitError as error:
            found += (replace(each, severity=Severity.WARNING) for each in error.problems)
    return tuple(found)


def _keep(library: Library, cohort: str, usual: _Usual) -> None:
    path = usual_file(library, cohort)
    if path is None or _merged(kept := _load(library, cohort), usual) == kept:
        return
    with held_records(library):
        # Another run may have kept those of other sessions meanwhile.
        data = {"format": _FORMAT, "workshops": _merged(_load(library, cohort), usual)}
        text = json.dumps(data, indent=1, sort_keys=True) + "\n"
        try:
            write_whole(path, text.encode())
        except OSError as error:
            raise KitError([records_problem(error, library.shown(path))]) from error


def _merged(kept: _Usual, made: _Usual) -> _Usual:
    return {name: usual for name, usual in {**kept, **made}.items() if usual}


def _load(library: Library, cohort: str) -> _Usual:
    """Read what was kept; nothing where nothing is.

    Raises:
        KitError: the file is there and is not what was written: a warning.
    """
    path = usual_file(library, cohort)
    try:
        if path is None or not path.exists():
            return {}
        return _usual_in(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = "This file no longer says what the workshops were like under this cohort."
        hint = f"Delete it: the next `kit build --cohort {cohort}` that makes packets begins anew."
        where = Place(library.shown(path) if path else "")
        problem = Problem("damaged-record", message, where, hint, Severity.WARNING)
        raise KitError([problem]) from error


def _usual_in(path: Path) -> _Usual:
    if not path.is_file():  # a pipe would never end
        raise ValueError(path)
    data: Any = json.loads(path.read_text(encoding="utf-8"))
    if data["format"] != _FORMAT:
        raise ValueError(data["format"])
    return {
        str(workshop): {str(path): str(digest) for path, digest in usual.items()}
        for workshop, usual in data["workshops"].items()
    }
