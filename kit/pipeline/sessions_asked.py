"""Which sessions of a cohort are asked for: one by its name, those of some workshops, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Problem
from kit.reading.cohort import load_cohort
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.cohort import Session
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort


ALL: Final = "*"
"""Stands for the sessions of a cohort whose file cannot be read: it is told by its own name."""


def session_names(
    cohorts: Sequence[str], library: Library, workshops: Sequence[str] = ()
) -> tuple[str, ...]:
    """Name the sessions of cohorts, each of which may be named with one session.

    With `workshops`, only the sessions of these.

    Raises:
        KitError: a cohort has none of them.
    """
    names: list[str] = []
    for name in cohorts:
        cohort, _ = load_cohort(library, name.partition("/")[0])
        if cohort is not None and workshops:
            asked = sessions_asked_for(name, cohort, workshops)
            names += [f"{cohort.name}/{session.id}" for session in asked]
        elif "/" in name:
            names.append(name)
        else:
            sessions = [each.id for each in cohort.cohort.sessions] if cohort else [ALL]
            names += [f"{name}/{session}" for session in sessions]
    return tuple(dict.fromkeys(names))


def sessions_asked_for(
    name: str, cohort: LoadedCohort, workshops: Sequence[str]
) -> tuple[Session, ...]:
    """Pick the sessions of a cohort that are named: one, those of some workshops, or all.

    Raises:
        KitError: there is none.
    """
    only = name.partition("/")[2]
    asked = tuple(
        each
        for each in cohort.cohort.sessions
        if (not only or each.id == only) and (not workshops or each.workshop in workshops)
    )
    if not asked:
        raise KitError([_none(only, cohort, workshops)])
    return asked


def _none(only: str, cohort: LoadedCohort, workshops: Sequence[str]) -> Problem:
    session = cohort.session(only) if only else None
    if only and session is None:
        return unknown_session(cohort, only)
    what = ", ".join(f"`{name}`" for name in workshops)
    if session is not None:
        message = f"The session `{only}` of `{cohort.name}` is of `{session.workshop}`, not {what}."
        return Problem("unknown-session", message, hint="Leave out the one or the other.")
    message = f"The cohort `{cohort.name}` has no session of {what}."
    has = dict.fromkeys(each.workshop for each in cohort.cohort.sessions)
    hint = f"It has sessions of {', '.join(f'`{name}`' for name in has)}."
    return Problem("unknown-session", message, hint=hint)


def unknown_session(cohort: LoadedCohort, session_id: str) -> Problem:
    """Say that a cohort has no session of a name."""
    return Problem(
        "unknown-session",
        f"The cohort `{cohort.name}` has no session `{session_id}`.",
        hint=did_you_mean(session_id, [each.id for each in cohort.cohort.sessions]),
    )
