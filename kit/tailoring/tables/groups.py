"""Tables from a roster: of 4 to 6, by seed, balanced, with people kept apart and groups together.

Where wishes collide, the first of these wins: who must sit apart does; tables have the right size;
the people of one group on the roster sit together; values are balanced. So a group that is larger
than a table has several, one that is too small is filled up or shares a table, and what comes of it
is said aloud.

How a late name moves nobody. A rule that looks at the roster alone, whatever its order, cannot
promise that: rosters of nine to twelve people make two tables, and each is one late name from the
next, so any two people would have to sit together in all rosters or in none; then some roster of
twelve has them all at one table. So the tables that were made are an input: `TableWishes.before`.
Who has a seat there keeps it, and only newcomers are seated (`seats_late` says how), with those
whose group on the roster is another than it was. Without earlier tables, people sit by a hash of
seed and name, and the order of the roster does not matter but for people of one name and address.
"""

from __future__ import annotations

import json
from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import normalize

from kit.tailoring.tables.apart import conflicts_of
from kit.tailoring.tables.group_problems import group_problems
from kit.tailoring.tables.seats_afresh import seats_afresh
from kit.tailoring.tables.seats_late import seats_late
from kit.tailoring.tables.table import (
    UNKNOWN_GROUP,
    Table,
    TableWishes,
    group_of,
    natural,
)
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

    The people of a `group` of the roster sit together, at as many tables as they need; people
    without one fill free seats. Sizes are 4 to 6, and 3 where the number leaves no other way. What
    cannot be met is a problem: an error where people who should be apart are not, or where two make
    a table but triads are asked; a warning where a table is small or large, or a group does not
    sit by itself. The tables are given all the same.

    With `before`, nobody moves unless every table is full, and then at most one person.
    """
    ordered = _in_order(people, wishes)
    conflicts, unknown = conflicts_of(ordered, wishes.apart)
    groups = _groups(ordered)
    seated = _seated(ordered, wishes.before)
    if any(seated):
        seats = seats_late(ordered, conflicts, groups, seated, wishes)
    else:
        seats = seats_afresh(ordered, conflicts, groups, wishes)
    at_table: dict[str, list[int]] = defaultdict(list)
    for person, name in enumerate(seats):
        at_table[name].append(person)
    tables = tuple(
        Table(name, tuple(sorted((ordered[each] for each in at_table[name]), key=_by_name)))
        for name in sorted(at_table, key=natural)
    )
    problems = (*table_problems(ordered, conflicts, seats, wishes),)
    return tables, (*unknown, *problems, *group_problems(groups, seats, wishes))


def _groups(people: Sequence[Participant]) -> list[str]:
    """Give each person's group; spaces and capitals make no other, and the first row spells it."""
    spelled: dict[str, str] = {}
    for person in sorted(people, key=lambda each: each.row):
        spelled.setdefault(group_of(person).casefold(), group_of(person))
    return [spelled[group_of(person).casefold()] for person in people]


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
    """Give the table of each person who has one and the group of then; else empty.

    People are known again by name and e-mail address, then by name alone.
    """
    seats = [""] * len(people)
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
            elif _is_same_group(people[found], person, table):
                seats[found] = table
        were = left
    return seats


def _is_same_group(now: Participant, then: Participant, table: str) -> bool:
    if then.group == UNKNOWN_GROUP:
        return not now.group or _known_as(now.group) == _known_as(table)
    return _known_as(now.group) == _known_as(then.group)
