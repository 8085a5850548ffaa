"""How many of each group of the roster sit at which table.

Three things pull: nobody sits with whom they must not (decided elsewhere, first), tables have the
right sizes, and the people of one group sit together. They count in this order. So a group that is
larger than a table gets tables of its own, as even as they can be; one that is too small for a
table is filled up with people of no group; where there are not enough of them, small groups share a
table, or one joins a larger group that has seats left. Only where all of this leaves a table too
small although the number of people need not, a group is divided: a few of its people move.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kit.tailoring.tables.seating import level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.tailoring.tables.seating import Sizes

_GIVEN = 3
"""The most people who come to a table that is too small: with one who is there they make four."""

Plan: TypeAlias = "list[Counter[int]]"
"""For each table how many there are of which group, by the group's number."""


def plan_groups(groups: Sequence[int], free: int, sizes: Sizes) -> Plan:
    """Divide groups of these sizes over tables, with `free` people of no group to fill them."""
    state = _State(
        [Counter({group: part}) for group, size in enumerate(groups) for part in parts(size, sizes)]
    )
    cost = state.odd(free, sizes)
    while cost:
        tried = [(step.odd(free, sizes), step) for step in _steps(state, sizes)]
        better = [(step.entries, odd, step.mixed, at) for at, (odd, step) in enumerate(tried)]
        better = [each for each in better if each[1] < cost]
        if not better:
            break
        _, cost, _, at = min(better)
        state = tried[at][1]
    return state.plan


def parts(size: int, sizes: Sizes) -> list[int]:
    """Divide a number of people over tables as if there were no others."""
    return level([0] * sizes.tables(size, ())[0], size)


@dataclass(frozen=True)
class _State:
    plan: Plan

    @property
    def entries(self) -> int:
        """Count how often a group sits at a table: more when one is divided."""
        return sum(len(table) for table in self.plan)

    @property
    def mixed(self) -> int:
        """Say how uneven groups that share tables make them: 6 and 3 is worse than 5 and 4."""
        return sum(table.total() ** 2 for table in self.plan if len(table) > 1)

    def odd(self, free: int, sizes: Sizes) -> int:
        """Say how bad those tables are that are too small or too large, once all are filled."""
        taken = [table.total() for table in self.plan]
        room = sum(max(0, sizes.largest - size) for size in taken)
        fewest = max(0, (free - room) // sizes.largest)
        least = None
        for new in range(fewest, max(fewest, free // sizes.smallest) + 2):
            cost = sizes.odd_cost(level([*taken, *[0] * new], free)) if taken or new else free
            least = cost if least is None else min(least, cost)
            if not least:
                break
        return least or 0


def _steps(state: _State, sizes: Sizes) -> Iterator[_State]:
    """Give what may mend a plan; of steps that come to the same, one."""
    plan = state.plan
    small = [at for at, table in enumerate(plan) if table.total() < sizes.smallest]
    pairs = {
        (plan[one].total(), plan[other].total()): (one, other)
        for one in reversed(small)
        for other in reversed(range(len(plan)))
        if one != other and plan[one].total() + plan[other].total() <= sizes.largest
    }
    for one, other in pairs.values():
        yield _State(_merged(plan, one, other))
    kinds = {(plan[at].total(), len(plan[at])): at for at in reversed(small)}
    for at in kinds.values():
        if dissolved := _dissolved(plan, at, sizes):
            yield _State(dissolved)
    for at in (*kinds.values(), len(plan)):
        given = [Counter(table) for table in (*plan, Counter[int]())]
        for _ in range(_GIVEN):
            if not _give(given, at, sizes):
                break
            yield _State([+table for table in given if table.total()])


def _merged(plan: Plan, one: int, other: int) -> Plan:
    rest = [table for at, table in enumerate(plan) if at not in {one, other}]
    return [*rest, plan[one] + plan[other]]


def _dissolved(plan: Plan, at: int, sizes: Sizes) -> Plan | None:
    """Spread the people of a table over those with seats left; None where these are too few."""
    tables = [Counter(table) for number, table in enumerate(plan) if number != at]
    for group, size in plan[at].items():
        for _ in range(size):
            rooms = [
                (-(group in table), table.total(), number)
                for number, table in enumerate(tables)
                if table.total() < sizes.largest
            ]
            if not rooms:
                return None
            tables[min(rooms)[2]][group] += 1
    return tables


def _give(plan: Plan, at: int, sizes: Sizes) -> bool:
    """Move one person to a table from one that stays large enough; False where there is none.

    The person's own group comes first, then whom a table has alone of theirs, then large tables.
    """
    donors = [
        (-(group in plan[at]), count != 1, -table.total(), number, group)
        for number, table in enumerate(plan)
        if number != at and table.total() > sizes.smallest
        for group, count in table.items()
        if count > 0
    ]
    if not donors:
        return False
    *_, number, group = min(donors)
    plan[number][group] -= 1
    plan[at][group] += 1
    return True
