"""For how many people copies are counted, against how many have names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.roster import Roster
    from kit.definitions.workshop import GroupSize
    from kit.reading.cohort import LoadedCohort

_MANY_MORE: Final = 1.5
"""How many times the roster a number of people may be without a word."""


def headcount(cohort: LoadedCohort, roster: Roster | None) -> Iterator[Problem]:
    """Warn where copies are counted for fewer people than have names, or for far more."""
    told: list[tuple[tuple[str | int, ...], int | None]] = [
        (("participants",), cohort.cohort.participants),
        *(
            (("sessions", number, "participants"), each.participants)
            for number, each in enumerate(cohort.cohort.sessions)
        ),
    ]
    people = len(roster.people) if roster else 0
    for location, count in told:
        if people and count and not people <= count <= people * _MANY_MORE:
            yield Problem(
                "headcount",
                f"Copies are counted for {count} people, and the roster has {people}.",
                cohort.place(*location),
                "Leave `participants` out: then the roster counts, with a tenth to spare.",
                Severity.WARNING,
            )


def group_size(
    cohort: LoadedCohort, number: int, group: GroupSize, people: int | None
) -> Iterator[Problem]:
    """Warn where more or fewer people come to a session than its workshop works with.

    `number` counts the sessions of the cohort from 0; `people` is None where nobody says how many.
    """
    if not people or group.smallest <= people <= group.largest:
        return
    session = cohort.cohort.sessions[number]
    told = (
        ("sessions", number, "participants")
        if session.participants
        else ("participants",)
        if cohort.cohort.participants
        else ("roster",)
    )
    few = people < group.smallest
    come = "1 person comes" if people == 1 else f"{people} come"
    bound = f"at least {group.smallest}" if few else f"at most {group.largest}"
    yield Problem(
        "group-size",
        f"`{session.workshop}` is made for {bound} people, and {come}.",
        cohort.place(*told),
        "Invite others as well, or have all of them at one table and share the roles."
        if few
        else "Hold the session twice, or have an instructor for each part of the group.",
        Severity.WARNING,
    )
