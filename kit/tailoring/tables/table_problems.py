"""What could not be met when tables were made, and what should be said aloud."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.definitions.roster import Participant
    from kit.tailoring.tables.apart import Conflicts
    from kit.tailoring.tables.table import TableWishes

_TRIAD = 3


def table_problems(
    people: Sequence[Participant],
    conflicts: Conflicts,
    seats: Sequence[str],
    wishes: TableWishes,
) -> Iterator[Problem]:
    """Name people who sit together and should not, and tables that are too small or too large."""
    tables: dict[str, list[int]] = defaultdict(list)
    for person, name in enumerate(seats):
        tables[name].append(person)
    for name, sitting in sorted(tables.items()):
        for one in sitting:
            for other in sorted(conflicts[one].intersection(sitting)):
                if one < other:
                    yield _together(people[one], people[other], name)
        yield from _size(name, len(sitting), wishes)
    if wishes.balance and people and not any(wishes.balance.of(person) for person in people):
        message = f"Tables should be balanced by {wishes.balance}, but the roster names none."
        hint = f"Add a column `{wishes.balance}` to the roster."
        yield Problem("nothing-to-balance", message, None, hint, Severity.WARNING)


def _together(one: Participant, other: Participant, table: str) -> Problem:
    names = " and ".join(f"“{name}”" for name in sorted((one.name, other.name)))
    if one.group and one.group.strip() == other.group.strip():
        message = f"{names} should sit apart, but the roster puts both in the group “{table}”."
        return Problem("not-apart", message, hint="Change the group of one of them.")
    message = f"{names} should sit apart, but no way was found: both are at the table “{table}”."
    return Problem("not-apart", message, hint="Keep fewer people apart, or invite more.")


def _size(name: str, size: int, wishes: TableWishes) -> Iterator[Problem]:
    seats = "1 person" if size == 1 else f"{size} people"
    if wishes.triads and size < _TRIAD:
        message = f"The table “{name}” has only {seats}, but the workshop has work in threes."
        yield Problem("no-triad", message, hint="Keep fewer people apart, or merge two tables.")
    elif size < wishes.smallest:
        message = f"The table “{name}” has only {seats}."
        hint = "Have somebody join it where an activity needs more."
        yield Problem("small-table", message, None, hint, Severity.WARNING)
    elif size > wishes.largest:
        message = f"The table “{name}” has {seats}, more than {wishes.largest}."
        hint = (
            "If it is a group of the roster, empty its column `group`: the kit makes the tables. "
            "If people came late, remove the session's file in `records/tables/` and the folder "
            "`people/`, as long as nobody has been told: then all are seated anew."
        )
        yield Problem("large-table", message, None, hint, Severity.WARNING)
