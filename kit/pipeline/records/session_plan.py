"""What was planned for a session: its parts with their minutes, and what to ask afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Problem
from kit.reading.cohort import load_cohort
from kit.suggestion import did_you_mean
from kit.tailoring.session import load_session
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from kit.definitions.cohort import Session
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort

NEXT_TIME: Final = "What would you change next time?"
"""Asked after every session, before the workshop's own questions."""

_CITATION: Final = re.compile(r"\s*\[@[^\]]*\]")


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """A part of the session and its minutes."""

    id: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A session as it was meant to be; `questions` are those of the workshop's debrief."""

    title: str
    activities: tuple[PlannedActivity, ...]
    questions: tuple[str, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """Every question to ask afterwards, each once."""
        return tuple(dict.fromkeys((NEXT_TIME, *self.questions)))


@dataclass(frozen=True, slots=True)
class NamedSession:
    """A session that was named as `cohort/session`, and the cohort that it is of."""

    cohort: LoadedCohort
    session: Session

    @property
    def name(self) -> str:
        """The name, as commands take it."""
        return f"{self.cohort.name}/{self.session.id}"


def find_session(library: Library, name: str) -> NamedSession:
    """Find the session of a `cohort/session`.

    Raises:
        KitError: there is no such cohort or session, or the cohort's file has mistakes.
    """
    cohort_name, slash, session_id = name.partition("/")
    cohort, problems = load_cohort(library, cohort_name)
    if cohort is None:
        raise KitError(problems)
    known = [each.id for each in cohort.cohort.sessions]
    if not slash:
        message = f"`{name}` is a cohort; one of its sessions is needed."
        offered = ", ".join(f"`{name}/{each}`" for each in known)
        raise KitError([Problem("no-session", message, hint=f"Write {offered}.")])
    session = cohort.session(session_id)
    if session is None:
        message = f"The cohort `{cohort.name}` has no session `{session_id}`."
        hint = did_you_mean(session_id, known)
        place = cohort.place("sessions", key=True)
        raise KitError([Problem("unknown-session", message, place, hint)])
    return NamedSession(cohort, session)


def plan_of(library: Library, named: NamedSession) -> SessionPlan:
    """Give the plan of a session: its workshop as the cohort got it.

    Raises:
        KitError: the workshop has mistakes, or cannot be fitted to the session.
    """
    loaded, problems = load_session(library, named.cohort, named.session)
    if loaded is None:
        raise KitError(problems)
    tailored = tailor(loaded.loaded, loaded.choice)
    return SessionPlan(
        tailored.workshop.title,
        tuple(
            PlannedActivity(each.activity.id, each.activity.title, each.minutes)
            for each in tailored.agenda
        ),
        tuple(_asked(question) for question in tailored.workshop.debrief),
    )


def _asked(question: str) -> str:
    """Write a question on one line, without what only the printed guide can resolve."""
    return " ".join(_CITATION.sub("", question).split())
