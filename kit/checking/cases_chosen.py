"""A cohort's choice of cases comes to something in its session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.base import minutes_in
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.definitions.cohort import Session
    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.tailor import TailoredWorkshop

_UNUSED = "unused-scenario"


def cases_chosen(
    told: Iterable[Problem],
    cohort: LoadedCohort,
    session: Session,
    plain: LoadedWorkshop,
    tailored: TailoredWorkshop,
) -> Iterator[Problem]:
    """Pass on what was told of a session, and warn of a choice of cases that changes nothing.

    Where no activity of the session works on cases, this is said once, in place of each case that
    no activity uses. `plain` is the workshop as it was written.
    """
    changes = cohort.cohort.workshops.get(session.workshop)
    selection = changes.scenarios if changes else None
    here = [each.id for each in tailored.scenarios]
    if selection is None:
        yield from told
        return
    where = cohort.place("workshops", session.workshop, "scenarios", key=True)
    if not here:
        yield from (each for each in told if each.code != _UNUSED)
        yield Problem(
            "no-place-for-cases",
            f"No activity of the session `{session.id}` works on cases in the length "
            f"`{tailored.length}`, so the cases that are chosen here are in no packet of it.",
            where,
            "Choose a length with an activity that has cases under `uses`, add such an activity, "
            "or take the choice out.",
            Severity.WARNING,
        )
        return
    yield from told
    usual = dict.fromkeys(
        name
        for activity in plain.workshop.agenda
        if minutes_in(activity.minutes, tailored.length) is not None
        for name in activity.uses
        if name in plain.scenarios
    )
    by_name = selection.use and not selection.themes and selection.count is None
    if by_name and here == [*usual] and _has_one_length(cohort, session):
        yield Problem(
            "changes-nothing",
            "The session has these cases anyway, in this order, so this changes nothing.",
            where,
            "Take it out. Or leave it, to keep these cases when the workshop takes others.",
            Severity.WARNING,
        )


def _has_one_length(cohort: LoadedCohort, session: Session) -> bool:
    """Say whether no session of this workshop has another length, where a choice may matter."""
    sessions = (each for each in cohort.cohort.sessions if each.workshop == session.workshop)
    return len({(each.length, each.minutes) for each in sessions}) == 1
