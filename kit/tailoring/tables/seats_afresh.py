"""Tables made for the first time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kit.tailoring.tables.apart import islands
from kit.tailoring.tables.group_plan import plan_groups
from kit.tailoring.tables.seating import ONE_CLASH, Seating, level
from kit.tailoring.tables.table import natural
from kit.tailoring.tables.table_names import table_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.roster import Participant
    from kit.tailoring.tables.apart import Conflicts
    from kit.tailoring.tables.table import TableWishes

_TRIES = 6


def seats_afresh(
    people: Sequence[Participant],
    conflicts: Conflicts,
    groups: Sequence[str],
    wishes: TableWishes,
) -> list[str]:
    """Make tables: each island of people who may sit together for itself, its groups together."""
    tables: list[list[int]] = []
    for island in islands(conflicts):
        seating = _best_seating(people, conflicts, island, groups, wishes)
        tables += [[island[at] for at in sorted(table)] for table in seating.tables if table]
    seats = [""] * len(people)
    for table, name in zip(tables, table_names(tables, groups), strict=True):
        for person in table:
            seats[person] = name
    return seats


def _best_seating(
    people: Sequence[Participant],
    conflicts: Conflicts,
    island: Sequence[int],
    groups: Sequence[str],
    wishes: TableWishes,
) -> Seating:
    """Try numbers of tables, the likeliest first, and keep the best; people are counted anew."""
    number = {person: at for at, person in enumerate(island)}
    apart = tuple(
        frozenset(number[each] for each in conflicts[person] if each in number) for person in island
    )
    values = [wishes.balance.of(people[person]) if wishes.balance else "" for person in island]
    members = _members([groups[person] for person in island], apart)
    free = members.pop("", [])
    order = [*(person for group in members.values() for person in group), *free]
    plan = plan_groups([len(group) for group in members.values()], len(free), wishes.sizes)
    quotas: list[dict[int, int]] = [
        {at: table[group] for at, table in enumerate(plan) if table[group]}
        for group in range(len(members))
    ]
    sizes = [table.total() for table in plan]
    counts = wishes.sizes.tables(len(free), sizes)
    enough_tables = [new for new in counts if new + len(plan) >= _mutually_apart(apart)]
    tried: list[Seating] = []
    for new in (enough_tables or counts)[:_TRIES]:
        homes = {
            person: frozenset(quota)
            for group, quota in zip(members.values(), quotas, strict=True)
            for person in group
        }
        tables: list[set[int]] = [set() for _ in range(len(plan) + new)]
        seating = Seating(apart, values, [-1] * len(island), tables, wishes.sizes, homes)
        for group, quota in zip(members.values(), quotas, strict=True):
            seating.seat_by_number(group, quota)
        seating.seat(free)
        if any(apart):
            enough = wishes.sizes.odd_cost(level([*sizes, *[0] * new], len(free)))
            seating.mend(order, enough)
            # Apart counts more than together.
            if seating.release_hurt():
                seating.mend(order, enough)
        if any(apart) or members:
            seating.balance(order)
        tried.append(seating)
        if not any(apart) or seating.cost() < ONE_CLASH:
            break
    return min(tried, key=Seating.cost)


def _members(groups: Sequence[str], apart: Conflicts) -> dict[str, list[int]]:
    """Give the people of each group, by name; those who must sit apart from most come first."""
    members: dict[str, list[int]] = defaultdict(list)
    for person, group in enumerate(groups):
        members[group].append(person)
    return {
        group: sorted(members[group], key=lambda at: -len(apart[at]))
        for group in sorted(members, key=natural)
    }


def _mutually_apart(apart: Conflicts) -> int:
    """Count some people who must all sit apart from one another: so many tables it takes."""
    clique: set[int] = set()
    for person in sorted(range(len(apart)), key=lambda each: -len(apart[each])):
        if clique <= apart[person]:
            clique.add(person)
    return len(clique)
