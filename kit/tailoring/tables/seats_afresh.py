"""Tables made for the first time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kit.tailoring.tables.apart import islands
from kit.tailoring.tables.seating import ONE_CLASH, Seating, level
from kit.tailoring.tables.table import new_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.roster import Participant
    from kit.tailoring.tables.apart import Conflicts
    from kit.tailoring.tables.table import TableWishes

_TRIES = 6


def seats_afresh(
    people: Sequence[Participant],
    conflicts: Conflicts,
    seated: Sequence[str],
    wishes: TableWishes,
) -> list[str]:
    """Make tables: each island of people who may sit together for itself."""
    groups: dict[str, list[int]] = defaultdict(list)
    for person, name in enumerate(seated):
        if name:
            groups[name].append(person)
    seats = list(seated)
    for island in islands(conflicts, list(groups.values())):
        here = [name for name, members in groups.items() if members[0] in island]
        taken = [groups[name] for name in here]
        seating = _best_seating(people, conflicts, island, taken, wishes)
        names = [*here, *new_names(seats, len(seating.tables) - len(here))]
        for at, person in enumerate(island):
            seats[person] = names[seating.at[at]]
    return seats


def _best_seating(
    people: Sequence[Participant],
    conflicts: Conflicts,
    island: Sequence[int],
    taken: Sequence[Sequence[int]],
    wishes: TableWishes,
) -> Seating:
    """Try numbers of tables, the likeliest first, and keep the best; people are counted anew."""
    number = {person: at for at, person in enumerate(island)}
    apart = tuple(
        frozenset(number[each] for each in conflicts[person] if each in number) for person in island
    )
    values = [wishes.balance.of(people[person]) if wishes.balance else "" for person in island]
    fixed = [{number[person] for person in group} for group in taken]
    held = frozenset().union(*fixed)
    free = sorted(
        (at for at in range(len(island)) if at not in held), key=lambda at: -len(apart[at])
    )
    sizes = [len(group) for group in fixed]
    counts = wishes.sizes.tables(len(free), sizes)
    enough_tables = [new for new in counts if new + len(fixed) >= _mutually_apart(apart)]
    tried: list[Seating] = []
    for new in (enough_tables or counts)[:_TRIES]:
        tables = [*(set(group) for group in fixed), *(set() for _ in range(new))]
        at = [next((t for t, g in enumerate(fixed) if p in g), -1) for p in range(len(island))]
        seating = Seating(apart, values, at, tables, wishes.sizes, held)
        seating.seat(free)
        if any(apart):
            seating.mend(free, wishes.sizes.odd_cost(level([*sizes, *[0] * new], len(free))))
        if any(apart) or fixed:
            seating.balance(free)
        tried.append(seating)
        if not any(apart) or seating.cost() < ONE_CLASH:
            break
    return min(tried, key=Seating.cost)


def _mutually_apart(apart: Conflicts) -> int:
    """Count some people who must all sit apart from one another: so many tables it takes."""
    clique: set[int] = set()
    for person in sorted(range(len(apart)), key=lambda each: -len(apart[each])):
        if clique <= apart[person]:
            clique.add(person)
    return len(clique)
