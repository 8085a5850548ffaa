"""What a program announces is there, and what its sessions promise is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.day import day_of, months_after
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.definitions.program import Program
    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop


def promises(cohort: LoadedCohort, loaded: Sequence[LoadedWorkshop]) -> Iterator[Problem]:
    """Tell of days for which no session gives anything out, and of forms that have no day.

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
    yield from _not_planned(cohort, own, workshops)


def _not_planned(
    cohort: LoadedCohort, own: Program, workshops: Mapping[str, LoadedWorkshop]
) -> Iterator[Problem]:
    """Tell of a session whose slip promises a form some months later, of which no plan tells.

    A form that is due when the program has ended is in none of its months.
    """
    planned, ends = {each.session for each in own.follow_ups}, day_of(own.ends)
    for at, session in enumerate(cohort.cohort.sessions):
        known = workshops.get(session.workshop)
        form = known.workshop.evaluation.follow_up if known else None
        if form is None or session.id in planned:
            continue
        if _changed(cohort, session.workshop, "evaluation"):
            continue
        day = day_of(session.date)
        due = months_after(day, form.months) if day else None
        if due and ends and due > ends:
            continue
        later = f"{form.months} months" if form.months > 1 else "a month"
        yield Problem(
            "follow-up-not-planned",
            f"Slips of the session `{session.id}` say that a form comes {later} later, and the "
            "program has no date for it.",
            cohort.place("sessions", at, "id"),
            f"Add `{{date: {due or '…'}, session: {session.id}}}` to the `follow_ups` of the "
            "program, or a day near it.",
            Severity.WARNING,
        )


def _changed(cohort: LoadedCohort, workshop: str, field: str) -> bool:
    changes = cohort.cohort.workshops.get(workshop)
    return changes is not None and field in changes.change.get("workshop", {})
