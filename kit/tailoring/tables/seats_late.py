"""Seats for newcomers, where tables have been made already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.tailoring.tables.seating import Seating
from kit.tailoring.tables.table import natural, new_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.roster import Participant
    from kit.tailoring.tables.apart import Conflicts
    from kit.tailoring.tables.table import TableWishes

_TRIAD = 3


def seats_late(
    people: Sequence[Participant],
    conflicts: Conflicts,
    seated: Sequence[str],
    wishes: TableWishes,
) -> list[str]:
    """Seat newcomers at tables that are there, or at new ones where all are full."""
    names = sorted({name for name in seated if name}, key=natural)
    tables: list[set[int]] = [
        {at for at, at_name in enumerate(seated) if at_name == name} for name in names
    ]
    values = [wishes.balance.of(person) if wishes.balance else "" for person in people]
    at = [names.index(name) if name else -1 for name in seated]
    newcomers = [person for person, name in enumerate(seated) if not name]
    over = len(newcomers) - sum(max(0, wishes.largest - len(table)) for table in tables)
    companion = None
    if over > 0:
        new = -(-over // wishes.largest)
        if len(newcomers) < _TRIAD * new:
            companion = _companion(people, conflicts, newcomers, tables, wishes)
            new = companion is not None
        if new:
            names += new_names([*names, *(table.name for table in wishes.before)], new)
            tables += [set() for _ in range(new)]
    seating = Seating(conflicts, values, at, tables, wishes.sizes)
    if companion is not None:
        for person in (*newcomers, companion):
            seating.put(person, len(tables) - 1)
    else:
        seating.seat(newcomers)
    return [names[each] for each in seating.at]


def _companion(
    people: Sequence[Participant],
    conflicts: Conflicts,
    newcomers: Sequence[int],
    tables: Sequence[set[int]],
    wishes: TableWishes,
) -> int | None:
    """Find one person to sit with one or two newcomers, for whom no seat is left.

    None where that would make two and triads are asked, and where nobody can: who is in a group of
    the roster stays, and tables stay large enough.
    """
    if len(newcomers) + 1 < _TRIAD and wishes.triads:
        return None
    if any(conflicts[one] & set(newcomers) for one in newcomers):
        return None
    able = [
        (-len(table), person)
        for table in tables
        if len(table) > wishes.smallest
        for person in table
        if not people[person].group and not conflicts[person] & set(newcomers)
    ]
    return min(able)[1] if able else None
