"""Tables from a roster: of 4 to 6, by seed, balanced, with people kept apart.

How a late name moves nobody. A rule that looks at the roster alone, whatever its order, cannot
promise that: rosters of nine to twelve people make two tables, and each is one late name from the
next, so any two people would have to sit together in all rosters or in none; then some roster of
twelve has them all at one table. So the tables that were made are an input: `TableWishes.before`,
or the roster's own column `group`. Who has a seat there keeps it, and only newcomers are seated.
Without earlier tables, people sit by a hash of seed and name, and the order of the roster does not
matter but for people of one name and address.
"""

from __future__ import annotations

import json
from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import normalize

from kit.tailoring.tables.apart import conflicts_of
from kit.tailoring.tables.seats_afresh import seats_afresh
from kit.tailoring.tables.seats_late import seats_late
from kit.tailoring.tables.table import Table, TableWishes, natural
from kit.tailoring.tables.table_problems import table_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.roster import Participant
    from kit.errors import Problem

__all__ = ["Table", "TableWishes", "form_tables"]


def form_tables(
    people: Sequence[Participant], wishes: TableWishes
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """Seat everybody at a table.

    A `group` on the roster is a table whose people stay together; people without one fill its free
    seats. Sizes are 4 to 6, and 3 where the number leaves no other way. What cannot be met is a
    problem: an error where people who should be apart are not, or where two make a table but triads
    are asked; a warning where a table is small or large. The tables are given all the same.

    With `before`, nobody moves unless every table is full. Then three newcomers or more make a
    table of their own; with fewer, one person moves to keep them company, unless that would make
    two where triads are asked: then a table gets one person too many.
    """
    ordered = _in_order(people, wishes)
    conflicts, unknown = conflicts_of(ordered, wishes.apart)
    seated = _seated(ordered, wishes.before)
    seats = (seats_late if wishes.before else seats_afresh)(ordered, conflicts, seated, wishes)
    at_table: dict[str, list[int]] = defaultdict(list)
    for person, name in enumerate(seats):
        at_table[name].append(person)
    tables = tuple(
        Table(name, tuple(sorted((ordered[each] for each in at_table[name]), key=_by_name)))
        for name in sorted(at_table, key=natural)
    )
    return tables, (*unknown, *table_problems(ordered, conflicts, seats, wishes))


def _in_order(people: Sequence[Participant], wishes: TableWishes) -> list[Participant]:
    """Put people in the order in which they are seated: by value, then by hash.

    Those of one value come together, so that dealing them out spreads them evenly.
    """

    def key(person: Participant) -> tuple[str, str, str, int]:
        value = wishes.balance.of(person) if wishes.balance else ""
        by_value = _digest(wishes.seed, value) if value else "~"
        return by_value, _digest(wishes.seed, _known_as(person.name)), person.email, person.row

    return sorted(people, key=key)


def _digest(seed: str, text: str) -> str:
    return sha256(json.dumps([seed, text]).encode()).hexdigest()


def _known_as(name: str) -> str:
    return normalize("NFC", " ".join(name.split())).casefold()


def _by_name(person: Participant) -> tuple[str, str, int]:
    return _known_as(person.name), person.email, person.row


def _seated(people: Sequence[Participant], before: Sequence[Table]) -> list[str]:
    """Give the table of each person who has one: by group, else as before; else empty.

    People are known again by name and e-mail address, then by name alone.
    """
    seats = [person.group.strip() for person in people]
    were = [(person, table.name) for table in before for person in table.people]
    for same in (
        lambda one, other: one.email.casefold() == other.email.casefold(),
        lambda one, other: not one.email or not other.email,
    ):
        left = []
        for person, table in were:
            found = next(
                (
                    at
                    for at, each in enumerate(people)
                    if not seats[at]
                    and _known_as(each.name) == _known_as(person.name)
                    and same(each, person)
                ),
                None,
            )
            if found is None:
                left.append((person, table))
            else:
                seats[found] = table
        were = left
    return seats
