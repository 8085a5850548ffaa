"""“I have looked”: what changed beneath a cohort's changes is taken note of without a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.pipeline.course import course_of
from kit.pipeline.records.kept_usual import (
    ENDING,
    beneath_problems,
    former_file,
    keep_usual,
    usual_file,
)
from kit.pipeline.sessions import prepare_session
from kit.reading.cohort import load_cohort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.errors import Problem
    from kit.library import Library
    from kit.tailoring.session import LoadedSession


def note_looked(cohorts: Iterable[str], library: Library) -> tuple[int, tuple[Problem, ...]]:
    """Take note of the workshops as they are now, for the sessions that can be read.

    Returns:
        How many places were told until now, and what kept the note from being taken.
    """
    sessions = [session for name in cohorts for session in _sessions(name, library)]
    told = [problem for each in sessions for problem in beneath_problems(library, each)]
    places = {each.where for each in told if each.code == "changed-beneath"}
    problems = keep_usual(library, sessions, looked=True)
    return (0 if problems else len(places)), problems


def nothing_noted(cohort: str, library: Library) -> bool:
    """Say whether a cohort of the project has changes, and no note of what was beneath them.

    Its note may be missing where it was not kept with the cohort in a version history, or since
    nothing was built yet. Then nobody can tell whether a workshop has changed since.
    """
    path = usual_file(library, cohort)
    if path is None or library.project is None or not path.name.endswith(ENDING):
        return False
    if path.exists() or former_file(library.project, cohort).exists():
        return False
    return any(each.beneath for each in _sessions(cohort, library))


def _sessions(name: str, library: Library) -> Iterator[LoadedSession]:
    cohort, _ = load_cohort(library, name)
    if cohort is None:
        return
    course = course_of(cohort, library)
    for session in cohort.cohort.sessions:
        ready, _ = prepare_session(library, cohort, session, course)
        if ready is not None and ready.session is not None:
            yield ready.session
