"""Seats for newcomers, where tables have been made already.

What is asked: tables of four to six, never of two where triads are asked, and a late name moves
nobody unless every table is full, and then at most one person. The two cannot both hold for every
number. With every table full, at six, and one late name, there is no table of four with one person
moved: seven at a table, or two at a new one, is all that there is. So moving at most one person is
kept, as packets may be printed, and of what is left the best is taken and told:

- newcomers take free seats, and nobody moves, as long as there are enough;
- else they make tables of their own of four to six, and nobody moves if that works out; if it does
  with one person from a full table, that person moves: three newcomers and one make four;
- two newcomers and one person make three;
- one newcomer and one person make two, who are joined by the next late names; where people work in
  threes, the newcomer is the seventh at a table, and nobody moves.

Whatever came of it, seating everybody afresh makes it right; that is for the educator to choose.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kit.tailoring.tables.group_plan import parts
from kit.tailoring.tables.seating import ONE_CLASH, Seating
from kit.tailoring.tables.table import natural
from kit.tailoring.tables.table_names import table_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.roster import Participant
    from kit.tailoring.tables.apart import Conflicts
    from kit.tailoring.tables.seating import Sizes
    from kit.tailoring.tables.table import TableWishes

_TRIAD = 3
_COMPANIONS = 6
"""As many are tried, each from a full table: enough to find one who may sit with newcomers."""


def seats_late(
    people: Sequence[Participant],
    conflicts: Conflicts,
    groups: Sequence[str],
    seated: Sequence[str],
    wishes: TableWishes,
) -> list[str]:
    """Seat newcomers at tables that are there, or at new ones where all are full.

    `seated` has the table of each person who has one; `groups` has their groups.
    """
    names = sorted({name for name in seated if name}, key=natural)
    tables: list[set[int]] = [
        {at for at, at_name in enumerate(seated) if at_name == name} for name in names
    ]
    newcomers = [person for person, name in enumerate(seated) if not name]
    own = _tables_of_new_groups(newcomers, groups, seated, wishes)
    values = [wishes.balance.of(person) if wishes.balance else "" for person in people]
    start = Seating(conflicts, values, [-1] * len(people), [], wishes.sizes)
    for table in (*tables, *own):
        start.open_with(table)
    with_own = {person for table in own for person in table}
    waiting = [person for person in newcomers if person not in with_own]
    seating = _best(people, groups, start, waiting, wishes)
    opened = seating.tables[len(tables) :]
    taken = [*names, *(table.name for table in wishes.before)]
    names += table_names(opened, _named_by(groups, own), taken)
    return [names[each] for each in seating.at]


def _best(
    people: Sequence[Participant],
    groups: Sequence[str],
    start: Seating,
    newcomers: Sequence[int],
    wishes: TableWishes,
) -> Seating:
    """Try new tables, and one person who moves to one; the first of the best is taken."""
    sizes = wishes.sizes
    room = sum(max(0, sizes.largest - len(table)) for table in start.tables)
    over = len(newcomers) - room
    fewest = max(0, -(-over // sizes.largest) - 1)
    most = over // sizes.smallest + 1 if over > 0 else 1
    tried: list[tuple[int, Seating]] = []
    movers: list[int | None] = [None]
    if over > 0:
        movers += _companions(people, start, sizes)
    for mover in movers:
        for new in range(fewest, most + 1):
            if mover is not None and not new:
                continue
            seating = start.copied()
            for _ in range(new):
                seating.open_with(())
            if mover is not None:
                seating.put(mover, len(start.tables))
            for person in newcomers:
                seating.put(person, _seat_for(person, seating, groups))
            tried.append((_cost(seating, wishes), seating))
            if not tried[-1][0]:
                return seating
    return min(tried, key=lambda each: each[0])[1]


def _companions(people: Sequence[Participant], start: Seating, sizes: Sizes) -> list[int]:
    """Give people who could keep newcomers company: nobody of a group, and from large tables."""
    found = [
        (-len(table), person)
        for table in start.tables
        if len(table) > sizes.smallest
        for person in table
        if not people[person].group
    ]
    return [person for _, person in sorted(found)[:_COMPANIONS]]


def _seat_for(person: int, seating: Seating, groups: Sequence[str]) -> int:
    """Choose a table: apart, with a seat left, with the own group, then the emptiest."""
    group = groups[person]

    def cost(at: int) -> tuple[int, bool, bool, int, int, int]:
        table = seating.tables[at]
        is_full = len(table) >= seating.sizes.largest
        with_others = bool(group) and all(groups[each] != group for each in table)
        return (
            seating.clashes(person, at),
            is_full,
            with_others,
            len(table),
            seating.count(person, at),
            at,
        )

    return min(range(len(seating.tables)), key=cost)


def _cost(seating: Seating, wishes: TableWishes) -> int:
    """Say how bad late seats are. A new table that others can join is better than seven at one."""
    clashes = sum(seating.clashes(person, table) for person, table in enumerate(seating.at))
    cost = clashes * ONE_CLASH
    for table in seating.tables:
        size = len(table)
        if size > wishes.largest:
            cost += 5 * (size - wishes.largest)
        elif 0 < size < wishes.smallest:
            cost += (wishes.smallest - size) ** 2
        if wishes.triads and 0 < size < _TRIAD:
            cost += 1000
    return cost


def _tables_of_new_groups(
    newcomers: Sequence[int], groups: Sequence[str], seated: Sequence[str], wishes: TableWishes
) -> list[set[int]]:
    """Give tables of their own to groups that came as a whole and are large enough."""
    here = {group for group, name in zip(groups, seated, strict=True) if name}
    new = Counter(groups[person] for person in newcomers if groups[person])
    tables = []
    for group, size in new.items():
        if group in here or size < wishes.smallest:
            continue
        members = [person for person in newcomers if groups[person] == group]
        for part in parts(size, wishes.sizes):
            tables.append(set(members[:part]))
            members = members[part:]
    return tables


def _named_by(groups: Sequence[str], own: Sequence[set[int]]) -> list[str]:
    """Give the groups that may name new tables: those who have one of their own there."""
    named = {person for table in own for person in table}
    return [group if person in named else "" for person, group in enumerate(groups)]
