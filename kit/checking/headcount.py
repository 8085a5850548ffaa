"""For how many people copies are counted, against how many have names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.roster import Roster
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
