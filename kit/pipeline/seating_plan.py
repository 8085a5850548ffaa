"""Who sits where in a session, and which cases each table gets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kit.definitions.activity import Grouping
from kit.errors import KitError, Place, Problem, Severity
from kit.library import resolve_within
from kit.pipeline.printed_tables import is_made, tables_in, tables_lost
from kit.pipeline.records.kept_tables import keep_tables, load_tables
from kit.reading.roster import read_roster
from kit.reading.roster_encoding import EXPORT, SPREADSHEETS
from kit.tailoring.tables.apart import ApartPeople, ApartValues
from kit.tailoring.tables.cases_dealt import cases_dealt
from kit.tailoring.tables.groups import form_tables
from kit.tailoring.tables.table import Table, TableWishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kit.definitions.roster import Participant, Roster
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort
    from kit.tailoring.tailor import TailoredWorkshop

_LARGEST = 6
_SMALLEST = 4


@dataclass(frozen=True, slots=True)
class SeatingPlan:
    """The tables of a session, and the ids of the cases dealt to each, by its name."""

    tables: tuple[Table, ...]
    cases: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def roster_of(cohort: LoadedCohort, library: Library) -> tuple[Roster | None, tuple[Problem, ...]]:
    """Read the roster of a cohort, if it names one, and tell every doubtful row."""
    name = cohort.cohort.roster
    if name is None:
        return None, ()
    where = cohort.place("roster")
    path = cohort.source.path.parent / name
    if path.suffix.lower() in SPREADSHEETS:
        message = f"`{name}` is a spreadsheet, and a roster is a list in CSV."
        hint = f"{EXPORT} Then write here: `roster: {PurePosixPath(name).with_suffix('.csv')}`."
        return None, (Problem("not-csv", message, where, hint),)
    refusal = Problem(
        "outside-project",
        f"`{name}` leads out of the project folder, so it is not read.",
        where,
        "Put the roster into the project, for example into `workshops/cohorts/rosters/`.",
    )
    try:
        resolved = resolve_within(path, library.roots, refusal)
    except KitError as error:
        return None, error.problems
    if not resolved.is_file():
        hint = (
            "It is looked for in the folder of this file; write `roster: rosters/name.csv`. Who "
            "has the project without its list of names puts a `#` before this line."
        )
        return None, (Problem("no-such-roster", f"There is no roster `{name}`.", where, hint),)
    return read_roster(resolved, library.shown(resolved))


def people_of(cohort: LoadedCohort, library: Library) -> tuple[Roster | None, tuple[Problem, ...]]:
    """Read the roster of a cohort, and tell what is doubtful in it and in how people are to sit.

    A roster that is not there is a mistake: packets would be counted for nobody, without a word.
    """
    roster, problems = roster_of(cohort, library)
    if roster is None:
        return None, problems
    _, found = form_tables(roster.people, _wishes(cohort, cohort.name))
    return roster, (*problems, *_placed(found, cohort))


def plan_seats(
    session: str,
    tailored: TailoredWorkshop,
    cohort: LoadedCohort,
    roster: Roster,
    library: Library,
    *,
    printed: Path | None = None,
    afresh: bool = False,
) -> SeatingPlan:
    """Seat everybody, as before where they were seated before, and deal the cases.

    `printed` is the folder of the session's packets. Where packets are in it, but who sat where is
    kept no more, it is read off their names, and told: a packet that is printed names a table.
    With `afresh`, nobody has a seat yet, whatever is kept. What the cases come to is told with the
    session, by `case_problems`.

    Raises:
        KitError: people who must sit apart cannot, or what was kept cannot be read or written.
    """
    before, lost = () if afresh else load_tables(library, session), None
    if not afresh and not before and printed is not None and is_made(printed):
        before = tables_in(printed, roster.people)
        lost = tables_lost(library, session, printed, before, roster.people)
    wishes = replace(_wishes(cohort, session, tailored), before=before)
    tables, problems = form_tables(roster.people, wishes)
    placed = _placed(problems, cohort)
    if any(each.severity is Severity.ERROR for each in placed):
        raise KitError([*placed, *([lost] if lost else [])])
    cases, _ = cases_dealt(tailored, tables)
    keep_tables(library, session, tables)
    return SeatingPlan(tables, cases, (*([lost] if lost else []), *placed))


def tables_now(
    session: str,
    tailored: TailoredWorkshop,
    cohort: LoadedCohort,
    people: Sequence[Participant],
    library: Library,
) -> tuple[Table, ...]:
    """Give the tables of a session as they are kept, or as they would be made now."""
    try:
        before = load_tables(library, session)
    except KitError:  # told when packets of people are made
        before = ()
    wishes = replace(_wishes(cohort, session, tailored), before=before)
    return form_tables(people, wishes)[0]


def case_problems(
    session: str,
    tailored: TailoredWorkshop,
    cohort: LoadedCohort,
    people: Sequence[Participant],
    library: Library,
) -> tuple[Problem, ...]:
    """Tell which cases no table of a session discusses, and where there are too few of them."""
    tables = tables_now(session, tailored, cohort, people, library)
    chosen = ("workshops", tailored.name, "scenarios")
    changes = cohort.cohort.workshops.get(tailored.name)
    is_chosen = changes is not None and changes.scenarios is not None
    where = cohort.place(*chosen, key=True) if is_chosen else cohort.place("roster")
    said = f"In the session `{session.partition('/')[2]}`: "
    return tuple(
        replace(each, message=f"{said}{each.message[:1].lower()}{each.message[1:]}", where=where)
        for each in cases_dealt(tailored, tables)[1]
    )


def _placed(problems: Iterable[Problem], cohort: LoadedCohort) -> list[Problem]:
    apart = cohort.place("tables", "apart", key=True)
    others = cohort.place("roster")
    return [
        replace(each, where=each.where or (apart if each.code == "not-apart" else others))
        for each in problems
    ]


def _wishes(
    cohort: LoadedCohort, session: str, tailored: TailoredWorkshop | None = None
) -> TableWishes:
    """Read how people are to sit; threes are asked for by the cohort, or by the session's work."""
    own = cohort.cohort.tables
    size = next(
        (
            each.tables.size
            for each in cohort.cohort.sessions
            if each.tables and f"{cohort.name}/{each.id}" == session
        ),
        own.size,
    )
    steps = (step for timed in tailored.agenda for step in timed.steps) if tailored else ()
    return TableWishes(
        seed=session,
        size=size,
        smallest=min(_SMALLEST, size),
        largest=max(_LARGEST, size),
        triads=own.triads or any(step.grouping is Grouping.TRIADS for step in steps),
        must_be_triads=own.triads,
        balance=own.balance,
        apart=tuple(
            ApartValues(each.by, each.one, each.other, _places(cohort, at))
            if each.by
            else ApartPeople(each.one, each.other, _places(cohort, at))
            for at, each in enumerate(own.apart)
        ),
    )


def _places(cohort: LoadedCohort, at: int) -> tuple[Place, Place]:
    here = ("tables", "apart", at)
    return cohort.place(*here, "one"), cohort.place(*here, "other")
