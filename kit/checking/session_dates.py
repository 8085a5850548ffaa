"""When a cohort's sessions are: days that look like a slip, and sessions in each other's way."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from kit.definitions.day import day_of
from kit.errors import Problem, Severity
from kit.tailoring.session_minutes import session_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kit.definitions.cohort import Cohort, Session
    from kit.reading.cohort import LoadedCohort

_YEAR: Final = 365.25
_FAR: Final = 5
"""Years between sessions of one cohort, or ahead, from which a date looks like a slip."""
_LONG_PAST: Final = 20
"""Years back. Files of cohorts that are over are kept, and are not to be told of each time."""


def far_dates(cohort: LoadedCohort, today: date | None = None) -> Iterator[Problem]:
    """Tell of sessions that are years from all others, or from `today` if that is given."""
    dated = [
        (number, session, day)
        for number, session in enumerate(cohort.cohort.sessions)
        if (day := day_of(session.date))
    ]
    for number, session, day in dated:
        near = [*(each for at, _, each in dated if at != number), *([today] if today else [])]
        apart = min((abs(_years(day, each)) for each in near), default=0.0)
        from_today = _years(day, today) if today else 0.0
        if from_today > _FAR or from_today < -_LONG_PAST:
            away = f"{_counted(from_today)} {'from now' if from_today > 0 else 'ago'}"
        elif apart > _FAR:
            # Of two that are far from each other the second is told, not both.
            if not today and len(dated) == 2 and number == dated[0][0]:  # noqa: PLR2004
                continue
            away = f"{_counted(apart)} from every other session"
        else:
            continue
        yield Problem(
            "far-date",
            f"The session `{session.id}` is on {session.date}: {away}.",
            cohort.place("sessions", number, "date"),
            "See whether the year is right.",
            Severity.WARNING,
        )


def backwards(cohort: LoadedCohort) -> Iterator[Problem]:
    """Tell of sessions of a series that come before those which they follow.

    Packets say “session 2 of 4” in the order of the file.
    """
    if cohort.cohort.course_title is None:
        return
    latest: tuple[str, Session] | None = None
    for number, session in enumerate(cohort.cohort.sessions):
        day = day_of(session.date)
        if day is None:
            continue
        when = f"{day.isoformat()} {_clock(session.start or cohort.cohort.start):04}"
        if latest is not None and when < latest[0]:
            yield Problem(
                "session-order",
                f"Session {number + 1} of the series, `{session.id}`, comes before "
                f"`{latest[1].id}`, which stands above it.",
                cohort.place("sessions", number, "date"),
                "See whether the date is right, or put the sessions in the order of their dates.",
                Severity.WARNING,
            )
        else:
            latest = when, session


def clashes(cohort: LoadedCohort, lengths: Mapping[str, Mapping[str, int]]) -> Iterator[Problem]:
    """Tell of two sessions at one time in one place, or with the same instructor.

    `lengths` are the minutes of each workshop's lengths, the first of which is the usual one; of a
    workshop that is not in it, only the start counts.
    """
    own = cohort.cohort
    for (_, one), (number, two) in combinations(enumerate(own.sessions), 2):
        if not _overlap(one, two, own, lengths):
            continue
        place = one.place or own.place
        shared = [
            *([f"in “{place}”"] if place and place == (two.place or own.place) else []),
            *(f"with {name}" for name in _both(one, two, own)),
            *(["for the same people"] if own.program else []),
        ]
        if shared:
            yield Problem(
                "sessions-clash",
                f"The sessions `{one.id}` and `{two.id}` are at the same time on {two.date}, "
                f"{' and '.join(shared)}.",
                cohort.place("sessions", number, "date"),
                "Change the date, `start`, `place` or `instructors` of one of them.",
                Severity.WARNING,
            )


def _overlap(
    one: Session, two: Session, own: Cohort, lengths: Mapping[str, Mapping[str, int]]
) -> bool:
    if one.date is None or one.date != two.date:
        return False
    if (one.time_zone or own.time_zone) != (two.time_zone or own.time_zone):
        return False
    first, second = _clock(one.start or own.start), _clock(two.start or own.start)
    ends = first + _minutes(one, own, lengths), second + _minutes(two, own, lengths)
    return first == second or (first < ends[1] and second < ends[0])


def _both(one: Session, two: Session, own: Cohort) -> list[str]:
    there = set(two.instructors or own.instructors)
    return [name for name in one.instructors or own.instructors if name in there]


def _minutes(session: Session, own: Cohort, lengths: Mapping[str, Mapping[str, int]]) -> int:
    known = lengths.get(session.workshop, {})
    minutes = session_minutes(session, own, known)
    return next(iter(known.values()), 0) if minutes is None else minutes


def _clock(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def _years(one: date, two: date) -> float:
    return (one - two).days / _YEAR


def _counted(years: float) -> str:
    return f"{abs(years):.0f} years"
