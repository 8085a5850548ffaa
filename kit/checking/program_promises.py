"""What a program announces is there: a diary, follow-up forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop


def promises(cohort: LoadedCohort, loaded: Sequence[LoadedWorkshop]) -> Iterator[Problem]:
    """Tell of days in a program's calendar for which no session gives anything out.

    `loaded` are the workshops of its sessions. Where one cannot be read, nothing is told of it.
    """
    own = cohort.cohort.program
    if own is None:
        return
    workshops = {each.name: each for each in loaded}
    sessions = {each.id: each.workshop for each in cohort.cohort.sessions}
    if own.diary and all(name in workshops for name in sessions.values()):
        having = (name for name, each in workshops.items() if each.workshop.diary)
        if not any((*having, *(_changed(cohort, name, "diary") for name in workshops))):
            yield Problem(
                "no-diary",
                "The calendar has days for the diary, and no session of the program gives one out.",
                cohort.place("program", "diary"),
                "Add a session whose workshop has a `diary`, such as `stages-and-diaries`, or take "
                "`diary` out of the program.",
                Severity.WARNING,
            )
    for at, each in enumerate(own.follow_ups):
        name = sessions.get(each.session, "")
        known = workshops.get(name)
        if known is None or known.workshop.evaluation.follow_up:
            continue
        if not _changed(cohort, name, "evaluation"):
            yield Problem(
                "no-follow-up",
                f"The workshop `{name}` of the session `{each.session}` has no follow-up form.",
                cohort.place("program", "follow_ups", at, "session"),
                "Name a session whose workshop has one, or take this line out.",
                Severity.WARNING,
            )


def _changed(cohort: LoadedCohort, workshop: str, field: str) -> bool:
    changes = cohort.cohort.workshops.get(workshop)
    return changes is not None and field in changes.change.get("workshop", {})
