"""Who came to a session: those on a sign-in list, and those who are named besides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.definitions.roster import Participant
from kit.errors import KitError, Place, Problem, Severity
from kit.pipeline.records.known_names import recognize
from kit.pipeline.records.record_entry import MOST_PEOPLE
from kit.reading.attendance import AttendanceList, read_attendance
from kit.reading.roster_cells import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kit.definitions.roster import Roster


@dataclass(frozen=True, slots=True)
class WhoCame:
    """The names of those who came, each once, as on the roster; and the doubts about them.

    `column` is the heading of the list that said who came, and `stayed_away` how many did not.
    """

    names: tuple[str, ...]
    walk_ins: tuple[str, ...] = ()
    column: str = ""
    stayed_away: int = 0
    doubts: tuple[Problem, ...] = ()


def who_came(
    path: Path | None, shown: str, present: Sequence[str], roster: Roster | None
) -> WhoCame:
    """Read a list, if there is one, add who is named besides, and find them on the roster.

    Raises:
        KitError: the list cannot be read, or it is not clear who came; a name is empty.
    """
    problems: list[Problem] = []
    listed, doubts = AttendanceList(()), tuple[Problem, ...]()
    if path is not None:
        try:
            listed, doubts = read_attendance(path, shown)
        except KitError as error:
            problems += error.problems
    if any(not clean(name)[0] for name in present):
        hint = "Give one name each time: `--present 'Ana Díaz' --present 'Bo Li'`."
        problems.append(Problem("no-name", "A name is empty.", hint=hint))
    if len(listed.came) + len(present) > MOST_PEOPLE:
        message = f"This list has more than {MOST_PEOPLE:,} people."
        problems.append(Problem("too-many", message, Place(shown)))
    if problems:
        raise KitError(problems)
    named = [*listed.came, *(Participant(clean(name)[0]) for name in present)]
    found = recognize(named, roster.people if roster else None)
    told = (replace(each, where=Place(shown)) if path else each for each in found.doubts)
    # A roster tells in which order a name is written.
    on_list = (each for each in doubts if each.code != "last-name-first" or roster is None)
    return WhoCame(
        found.names,
        found.walk_ins,
        listed.column,
        listed.stayed_away,
        (*on_list, *told),
    )


def roster_problem(problems: Sequence[Problem]) -> Problem:
    """Say that names are compared with no roster, because it cannot be read."""
    first = problems[0]
    return replace(
        first,
        code="no-roster-read",
        message=f"Names are recorded as written: {first.message}",
        hint=f"{first.hint} Then record again, so that names are compared with it.".strip(),
        severity=Severity.WARNING,
    )
