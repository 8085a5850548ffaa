"""What the workshops were like under a cohort when somebody last looked: digests and ids, no names.

It lies beside the cohort's file, to be kept with it in a version history: a colleague who has the
cohort has the note, too, and `kit check` tells both the same. Of a bundled cohort, which is not the
project's own, it lies in `records/`. A build notes what is new in the cohort's file, and never what
has changed in the workshop: that is told until somebody says that they have looked.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kit.errors import KitError, Place, Problem, Severity
from kit.library import COHORTS as COHORT_FILES
from kit.library import WORKSHOPS
from kit.pipeline.files import write_whole
from kit.pipeline.records.records_folder import COHORTS, RECORDS, held_records, records_problem
from kit.tailoring.patching.beneath import changed_beneath, usual_of
from kit.tailoring.patching.watched_choices import CHOSEN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kit.library import Library
    from kit.tailoring.session import LoadedSession

_Usual: TypeAlias = "dict[str, dict[str, str]]"
"""The digests by workshop and by path."""

_FORMAT: Final = 1


ENDING: Final = ".looked.json"


def usual_file(library: Library, cohort: str) -> Path | None:
    """Give the file of a cohort; None where there is no project to keep it."""
    if library.project is None:
        return None
    project, bundled = library.project.resolve(), library.bundled.resolve()
    own = library.project / WORKSHOPS / COHORT_FILES / f"{cohort}.yaml"
    if project == bundled or not own.is_file():
        return former_file(library.project, cohort)
    return own.with_name(f"{cohort}{ENDING}")


def former_file(project: Path, cohort: str) -> Path:
    """Give where the note of any cohort lay once, and that of a bundled one lies."""
    return project / RECORDS / COHORTS / f"{cohort}.json"


def beneath_problems(library: Library, session: LoadedSession) -> tuple[Problem, ...]:
    """Warn of what has changed under a session's changes since somebody last looked."""
    try:
        kept = _load(library, session.cohort.name)
    except KitError as error:
        return error.problems
    return tuple(changed_beneath(session, kept.get(session.session.workshop, {})))


def keep_usual(
    library: Library, sessions: Iterable[LoadedSession], *, looked: bool = False
) -> tuple[Problem, ...]:
    """Keep what the changes of sessions replace, where nothing is kept of it yet.

    With `looked`, also where it is another than before. What they replace no more is forgotten.
    Nothing depends on it but warnings: what cannot be kept is told, and stops nothing.
    """
    made: dict[str, _Usual] = {}
    for each in sessions:
        usual = made.setdefault(each.cohort.name, {})
        usual.setdefault(each.session.workshop, {}).update(usual_of(each.beneath))
    found: list[Problem] = []
    for cohort, usual in made.items():
        try:
            _keep(library, cohort, usual, looked=looked)
        except KitError as error:
            found += (replace(each, severity=Severity.WARNING) for each in error.problems)
    return tuple(found)


def _keep(library: Library, cohort: str, usual: _Usual, *, looked: bool) -> None:
    path = usual_file(library, cohort)
    if path is None or library.project is None:
        return
    kept = _load(library, cohort)
    if _merged(kept, usual, looked=looked) == kept and (path.exists() or not kept):
        return
    with held_records(library):
        # Another run may have kept those of other sessions meanwhile.
        data = {
            "format": _FORMAT,
            "workshops": _merged(_load(library, cohort), usual, looked=looked),
        }
        text = json.dumps(data, indent=1, sort_keys=True) + "\n"
        try:
            write_whole(path, text.encode())
            if path != (former := former_file(library.project, cohort)):
                former.unlink(missing_ok=True)
        except OSError as error:
            raise KitError([records_problem(error, library.shown(path))]) from error


def _merged(kept: _Usual, made: _Usual, *, looked: bool) -> _Usual:
    merged = dict(kept)
    for workshop, usual in made.items():
        before = kept.get(workshop, {})
        # What is chosen for another session of the workshop is not looked at with this one's.
        sessions = {path.partition("/")[0] for path in usual}
        others = {
            path: told
            for path, told in before.items()
            if path.startswith(CHOSEN) and path.partition("/")[0] not in sessions
        }
        known = {} if looked else {path: before[path] for path in usual if path in before}
        merged[workshop] = {**others, **usual, **known}
    return {name: usual for name, usual in merged.items() if usual}


def _load(library: Library, cohort: str) -> _Usual:
    """Read what was kept; nothing where nothing is.

    Raises:
        KitError: the file is there and is not what was written: a warning.
    """
    path = usual_file(library, cohort)
    if path is not None and library.project is not None and not path.exists():
        path = former_file(library.project, cohort)
    try:
        if path is None or not path.exists():
            return {}
        return _usual_in(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = "This file no longer says what the workshops were like under this cohort."
        hint = (
            "Take it from your version history, if you have one. Or delete it: the next "
            f"`kit build --cohort {cohort}` begins anew."
        )
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
