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
_AFRESH = (
    " Or seat everybody anew with `kit build --people --seat-afresh`, as long as nobody has been "
    "told a table."
)


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
                    yield _together(people[one], people[other], name, wishes)
        yield from _size(name, len(sitting), wishes)
    if wishes.balance and people and not any(wishes.balance.of(person) for person in people):
        message = f"Tables should be balanced by {wishes.balance}, but the roster names none."
        hint = f"Add a column `{wishes.balance}` to the roster."
        yield Problem("nothing-to-balance", message, None, hint, Severity.WARNING)


def _together(one: Participant, other: Participant, table: str, wishes: TableWishes) -> Problem:
    names = " and ".join(f"“{name}”" for name in sorted((one.name, other.name)))
    message = f"{names} should sit apart, but no way was found: both are at the table “{table}”."
    if wishes.before:
        message = f"{names} should sit apart, and both are at the table “{table}” as it was made."
        return Problem("not-apart", message, hint=_AFRESH.removeprefix(" Or ").capitalize())
    return Problem("not-apart", message, hint="Keep fewer people apart, or invite more.")


def _size(name: str, size: int, wishes: TableWishes) -> Iterator[Problem]:
    seats = "1 person" if size == 1 else f"{size} people"
    afresh = _AFRESH if wishes.before else ""
    if wishes.triads and size < _TRIAD:
        message = f"The table “{name}” has only {seats}, but the workshop has work in threes."
        hint = "Keep fewer people apart, merge two tables, or invite more."
        severity = Severity.ERROR if wishes.must_be_triads else Severity.WARNING
        yield Problem("no-triad", message, None, hint, severity)
    elif size < wishes.smallest:
        message = f"The table “{name}” has only {seats}."
        hint = "Have somebody join it where an activity needs more."
        yield Problem("small-table", message, None, hint + afresh, Severity.WARNING)
    elif size > wishes.largest:
        message = f"The table “{name}” has {seats}, more than {wishes.largest}."
        hint = "There was no other seat with at most one person moved: bring a chair."
        yield Problem("large-table", message, None, hint + afresh, Severity.WARNING)
