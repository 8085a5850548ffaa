"""The rules of a good cohort file, besides those of its workshops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import available_timezones

from kit.checking.contacts import contacts, nobody_named
from kit.checking.markup import markup_in_terms
from kit.checking.program import program
from kit.checking.program_promises import promises
from kit.checking.program_sessions import stages_in_sessions
from kit.checking.seats import seats
from kit.checking.session_dates import backwards, clashes, far_dates
from kit.definitions.cohort import WorkshopChanges
from kit.definitions.day import day_of
from kit.errors import Problem, Severity
from kit.reading.logo import read_logo
from kit.reading.shared import ROLES
from kit.reading.workshop import load_workshops
from kit.suggestion import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kit.library import Library
    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop


NO_FOLDERS: Final = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)}
)
"""Names of devices, which Windows keeps to itself."""


def check_cohort(
    cohort: LoadedCohort, library: Library, today: date | None = None
) -> tuple[Problem, ...]:
    """Hold a cohort file against its rules, and its dates against `today` if that is given.

    What is wrong in the workshops themselves is told with them, or with the sessions.
    """
    known = library.workshop_names()
    names = (session.workshop for session in cohort.cohort.sessions)
    loaded, _ = load_workshops(
        library, [name for name in names if name in known], cohort.cohort.roles
    )
    return (
        *_sessions(cohort),
        *_lengths_besides_minutes(cohort, loaded),
        *far_dates(cohort, today),
        *backwards(cohort),
        *clashes(cohort, {each.name: each.workshop.lengths for each in loaded}),
        *program(cohort, library),
        *promises(cohort, loaded),
        *stages_in_sessions(cohort, loaded),
        *_two_titles(cohort),
        *_time_zones(cohort),
        *_changes(cohort, library),
        *_roles(cohort, loaded),
        *_terms(cohort, loaded),
        *markup_in_terms(cohort),
        *_own_texts(cohort),
        *seats(cohort),
        *read_logo(cohort, library)[1],
        *contacts(cohort),
        *nobody_named(cohort, loaded),
    )


def _sessions(cohort: LoadedCohort) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, session in enumerate(cohort.cohort.sessions):
        if session.id in first:
            yield Problem(
                "duplicate-id",
                f"The id `{session.id}` is given to two sessions.",
                cohort.place("sessions", number, "id"),
                "Give one of them another id: its packet lies in a folder of that name.",
            )
        first.setdefault(session.id, number)
        if session.id in NO_FOLDERS:
            yield Problem(
                "reserved-id",
                f"The id `{session.id}` cannot be a folder’s name on Windows.",
                cohort.place("sessions", number, "id"),
                f"Write another, such as `{session.id}-1`: the packet lies in a folder of it.",
            )
        if session.length is not None and session.minutes is not None:
            yield Problem(
                "length-and-minutes",
                f"The session `{session.id}` has a length and minutes.",
                cohort.place("sessions", number, "minutes"),
                "Write one of the two: minutes are for what the workshop has no length for.",
            )
        if session.date is not None and day_of(session.date) is None:
            yield Problem(
                "no-such-day",
                f"There is no day `{session.date}`.",
                cohort.place("sessions", number, "date"),
                "Write year, month and day: `2027-08-12`.",
            )


def _lengths_besides_minutes(
    cohort: LoadedCohort, loaded: Sequence[LoadedWorkshop]
) -> Iterator[Problem]:
    """Tell of a length that is not there although minutes stand beside it, one of which goes."""
    workshops = {each.name: each.workshop for each in loaded}
    for number, session in enumerate(cohort.cohort.sessions):
        changes = cohort.cohort.workshops.get(session.workshop)
        own = changes.change.get("workshop", {}) if changes else {}
        workshop = workshops.get(session.workshop)
        if session.minutes is None or session.length is None or workshop is None:
            continue
        if session.length not in workshop.lengths and "lengths" not in own:
            yield Problem(
                "unknown-length",
                f"The workshop `{session.workshop}` has no length `{session.length}`.",
                cohort.place("sessions", number, "length"),
                did_you_mean(session.length, workshop.lengths),
            )


def _time_zones(cohort: LoadedCohort) -> Iterator[Problem]:
    known = available_timezones()
    sessions = enumerate(cohort.cohort.sessions)
    zones: list[tuple[tuple[str | int, ...], str | None]] = [
        (("time_zone",), cohort.cohort.time_zone),
        *((("sessions", number, "time_zone"), each.time_zone) for number, each in sessions),
    ]
    for location, zone in zones:
        # A machine may have no list of zones; then none is wrong.
        if zone and "/" in zone and known and zone not in known:
            yield Problem(
                "unknown-time-zone",
                f"There is no time zone `{zone}`.",
                cohort.place(*location),
                did_you_mean(zone, known) or "Write a region and a city: `Europe/London`.",
            )


def _changes(cohort: LoadedCohort, library: Library) -> Iterator[Problem]:
    known = library.workshop_names()
    used = [session.workshop for session in cohort.cohort.sessions if session.workshop in known]
    for name, changes in cohort.cohort.workshops.items():
        where = cohort.place("workshops", name, key=True)
        if name not in known:
            message = f"There is no workshop `{name}`."
            hint = did_you_mean(name, used if nearest(name, used) else known)
            yield Problem("unknown-workshop", message, where, hint)
        elif name not in used:
            message = f"No session of this cohort is of the workshop `{name}`"
            hint = did_you_mean(name, used)
            yield Problem("changes-nothing", f"{message}, so this changes nothing.", where, hint)
        elif changes == WorkshopChanges():
            message = "Nothing is written here, so this changes nothing."
            yield Problem("changes-nothing", message, where, "Take it out.")
        for number, left_out in enumerate(changes.leave_out):
            if left_out in changes.leave_out[:number]:
                message = f"`{left_out}` is left out already, so this changes nothing."
                again = cohort.place("workshops", name, "leave_out", number)
                yield Problem("changes-nothing", message, again, "Take one of the two out.")


def _two_titles(cohort: LoadedCohort) -> Iterator[Problem]:
    """What is a program is a series already: with two titles, people read of two things."""
    series, own = cohort.cohort.series, cohort.cohort.program
    if series is not None and own is not None and series.title != own.title:
        yield Problem(
            "two-titles",
            "The plan has the title of the `program`; guide, worksheets, and calendar have that of "
            "the `series`.",
            cohort.place("series", "title"),
            "Take `series` out: a program counts its sessions by its own title.",
            Severity.WARNING,
        )


def _roles(cohort: LoadedCohort, loaded: Sequence[LoadedWorkshop]) -> Iterator[Problem]:
    """A list of roles that no workshop of the sessions can take is a slip."""
    roles = cohort.cohort.roles
    sessions = {session.workshop for session in cohort.cohort.sessions}
    if roles is None or not sessions <= {each.name for each in loaded}:
        return
    there = dict.fromkeys(name for each in loaded for name in each.lists)
    if roles not in there:
        hint = did_you_mean(roles, there, "None of them takes a list of roles: take the line out.")
        if there and not nearest(roles, there):
            hint = f"{hint} A list of your own is written into `workshops/{ROLES}`.".strip()
        yield Problem(
            "unknown-vocabulary",
            f"There is no list of roles `{roles}` for the workshops of these sessions.",
            cohort.place("roles"),
            hint,
        )


def _terms(cohort: LoadedCohort, loaded: Sequence[LoadedWorkshop]) -> Iterator[Problem]:
    """A word that no workshop of the sessions asks for is a slip; so is one that calls another."""
    declared = dict.fromkeys(name for each in loaded for name in each.all_terms)
    sessions = {session.workshop for session in cohort.cohort.sessions}
    all_read = sessions <= {each.name for each in loaded}
    for name, words in cohort.cohort.terms.items():
        # One that is like a declared one is a slip, whatever else is declared that is not read.
        if name not in declared and (all_read or nearest(name, declared)):
            yield Problem(
                "unknown-term",
                f"No workshop of these sessions has the term `{name}`, so this changes nothing.",
                cohort.place("terms", name, key=True),
                did_you_mean(name, declared, "They have no terms."),
            )
        own = [each.all_terms[name] for each in loaded if name in each.all_terms]
        if all_read and own and set(own) == {words} and not _is_translated(cohort):
            yield Problem(
                "changes-nothing",
                f"The workshops have these words for `{name}` already, so this changes nothing.",
                cohort.place("terms", name),
                "Take it out here.",
                severity=Severity.WARNING,  # it may be meant to hold these words
            )
        if "{{" in words or "}}" in words:
            yield Problem(
                "term-in-term",
                f"The term `{name}` calls for another term.",
                cohort.place("terms", name),
                "Write its words out: terms are not looked up in terms.",
            )


def _is_translated(cohort: LoadedCohort) -> bool:
    """Say whether a session is in another language, whose own words may be others."""
    own = cohort.cohort
    return any((own.language, *(each.language for each in own.sessions)))


def _own_texts(cohort: LoadedCohort) -> Iterator[Problem]:
    """What the cohort's file says of itself is shown as it is written."""
    own = cohort.cohort
    texts: list[tuple[tuple[str | int, ...], str | None]] = [
        (("title",), own.title),
        (("institution",), own.institution),
        (("place",), own.place),
        *((("instructors", at), name) for at, name in enumerate(own.instructors)),
        (("series", "title"), own.series.title if own.series else None),
    ]
    for number, session in enumerate(own.sessions):
        here = ("sessions", number)
        texts += [((*here, "place"), session.place), ((*here, "notes"), session.notes)]
        texts += [((*here, "instructors", at), name) for at, name in enumerate(session.instructors)]
    for location, text in texts:
        if text and "{{" in text:
            yield Problem(
                "term-here",
                "Terms are not filled in here.",
                cohort.place(*location),
                "Write the words themselves.",
            )
