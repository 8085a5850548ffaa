"""Seats people at tables: where to put the next, and how to mend what came out badly.

People are numbers here, and so are tables. Everything is decided by counts, then by the order in
which people come, so the same people in the same order sit the same everywhere.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kit.tailoring.tables.apart import Conflicts

ONE_CLASH = 1_000_000
_AT_ONCE = 12
_REST = 9
_PATIENCE = 80
_ODD = 1_000


@dataclass(frozen=True)
class Sizes:
    """How many people a table should have."""

    smallest: int
    wanted: int
    largest: int

    def cost(self, size: int) -> int:
        """Say how bad a table of this size is."""
        if size == 0:
            return 0
        if size > self.largest:
            return 2 * _ODD * (size - self.largest)
        short = self.smallest - size
        if short > 0:
            return _ODD * short * short
        return abs(size - self.wanted)

    def is_odd(self, size: int) -> bool:
        """Say whether a table of this size is too small or too large."""
        return self.cost(size) >= _ODD

    def odd_cost(self, sizes: Iterable[int]) -> int:
        """Say how bad those tables are that are too small or too large."""
        return sum(self.cost(size) for size in sizes if self.is_odd(size))

    def tables(self, free: int, taken: Sequence[int]) -> list[int]:
        """Give the numbers of new tables to try for people without one, the best first.

        Tables that are taken already are filled too. Where all would be full, there would be no
        seat for a late name: a number that leaves some is better.
        """

        def cost(new: int) -> tuple[int, int]:
            sizes = level([*taken, *[0] * new], free)
            full = all(size >= self.largest for size in sizes)
            return sum(self.cost(size) for size in sizes) + 5 * full, -new

        fewest = 0 if taken else min(1, free)
        return sorted(range(fewest, max(1, free // 2) + 1), key=cost)


def level(sizes: Sequence[int], people: int) -> list[int]:
    """Fill tables as water would, the emptiest first and of two as empty the first."""
    if not sizes:
        return []
    ordered = sorted(sizes)
    height, left = ordered[0], people
    for filled, size in enumerate(ordered):
        if (size - height) * filled > left:
            break
        left -= (size - height) * filled
        height = size
    else:
        filled = len(ordered)
    raised, left = divmod(left, filled)
    height += raised
    full = [max(size, height) for size in sizes]
    for at, size in enumerate(full):
        if left and size == height:
            full[at] += 1
            left -= 1
    return full


@dataclass
class Seating:
    """Who sits where: `at[person]` is a table, or -1.

    `homes[person]` are the tables that a person may be at, those of their group; without it, all.
    """

    conflicts: Conflicts
    values: Sequence[str]
    at: list[int]
    tables: list[set[int]]
    sizes: Sizes
    homes: dict[int, frozenset[int]] = field(default_factory=dict)
    _counts: list[Counter[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._counts = [Counter(self.values[each] for each in table) for table in self.tables]

    def copied(self) -> Seating:
        """Give the same seats to try something with."""
        tables = [set(table) for table in self.tables]
        return Seating(self.conflicts, self.values, list(self.at), tables, self.sizes)

    def open_with(self, people: Iterable[int]) -> None:
        """Add a table, with people at it."""
        self.tables.append(set())
        self._counts.append(Counter())
        for person in people:
            self.put(person, len(self.tables) - 1)

    def clashes(self, person: int, table: int) -> int:
        """Count those at a table whom a person must not sit with."""
        return len(self.conflicts[person] & self.tables[table])

    def count(self, person: int, table: int) -> int:
        """Count those at a table who have a person's value."""
        return self._counts[table][self.values[person]]

    def put(self, person: int, table: int) -> None:
        """Seat a person, wherever they sat."""
        if (old := self.at[person]) >= 0:
            self.tables[old].discard(person)
            self._counts[old][self.values[person]] -= 1
        self.at[person] = table
        self.tables[table].add(person)
        self._counts[table][self.values[person]] += 1

    def seat(self, people: Iterable[int]) -> None:
        """Seat people one after the other: apart first, then the emptiest, then balanced."""
        for person in people:
            *_, table = min(
                (self.clashes(person, at), len(sitting), self.count(person, at), at)
                for at, sitting in enumerate(self.tables)
            )
            self.put(person, table)

    def seat_by_number(self, people: Iterable[int], numbers: Mapping[int, int]) -> None:
        """Seat people at tables, so many at each, apart and balanced as far as that goes."""
        left = dict(numbers)
        for person in people:
            *_, table = min(
                (self.clashes(person, at), self.count(person, at), -seats, at)
                for at, seats in left.items()
                if seats
            )
            left[table] -= 1
            self.put(person, table)

    def may_be(self, person: int, table: int) -> bool:
        """Say whether a table is one for this person."""
        return person not in self.homes or table in self.homes[person]

    def release_hurt(self) -> bool:
        """Let those sit anywhere who clash at a table of their group; False where nobody does."""
        hurt = [person for person in self.homes if self._hurts(person)]
        for person in hurt:
            del self.homes[person]
        return bool(hurt)

    def cost(self) -> int:
        """Say how bad the whole is; 0 where nobody clashes and every size will do."""
        clashes = sum(self.clashes(person, table) for person, table in enumerate(self.at))
        return clashes * ONE_CLASH + self.sizes.odd_cost([len(table) for table in self.tables])

    def mend(self, order: Sequence[int], enough: int) -> None:
        """Move and swap people until the cost is `enough`, or no better seating is found.

        A search with a short memory: the best step is taken even if it makes things worse, and one
        who has just moved rests. The best seating that was met is kept.
        """
        movable = self._movable(order)
        rests: dict[int, int] = {}
        best, kept, since = self.cost(), list(self.at), 0
        for step in range(60 + 6 * len(order)):
            if best <= enough or since > _PATIENCE:
                break
            odd = any(self.sizes.is_odd(len(table)) for table in self.tables)
            unhappy = [
                person
                for person in movable
                if rests.get(person, -1) < step and (odd or self._hurts(person))
            ]
            others = [
                (person, self.clashes(person, self.at[person]))
                for person in movable
                if rests.get(person, -1) < step
            ]
            options = [
                (cost, turn, one, other, table)
                for turn, one in enumerate(self._turn(unhappy, step))
                for cost, other, table in self._steps(one, others)
            ]
            if not options:
                since += 1
                continue
            _, _, one, other, table = min(options)
            self._change(one, other, table)
            rests[one] = step + _REST
            if other >= 0:
                rests[other] = step + _REST // 2
            since += 1
            if (cost := self.cost()) < best:
                best, kept, since = cost, list(self.at), 0
        for person, table in enumerate(kept):
            if table != self.at[person]:
                self.put(person, table)

    def balance(self, order: Sequence[int]) -> None:
        """Swap people of unlike value where that evens values out and makes nobody clash."""
        movable = self._movable(order)
        for one in movable:
            for other in movable:
                if (
                    self.values[one] != self.values[other]
                    and self.at[one] != self.at[other]
                    and self._may_swap(one, other)
                ):
                    gain = self._gain(one, other)
                    if gain > 0 and not self._swap_clashes(one, other):
                        here, there = self.at[one], self.at[other]
                        self.put(one, there)
                        self.put(other, here)

    def _movable(self, order: Sequence[int]) -> list[int]:
        return [each for each in order if len(self.homes.get(each, (0, 0))) > 1]

    def _hurts(self, person: int) -> bool:
        return not self.conflicts[person].isdisjoint(self.tables[self.at[person]])

    @staticmethod
    def _turn(people: list[int], step: int) -> list[int]:
        start = step % len(people) if people else 0
        return (people[start:] + people[:start])[:_AT_ONCE]

    def _steps(self, one: int, others: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int, int]]:
        """Give what a person can do: cost, with whom to swap (or -1), and the table.

        `others` may move as well, each with the number of those whom they clash with now.
        """
        here = self.at[one]
        clashes = [self.clashes(one, table) for table in range(len(self.tables))]
        leaves = clashes[here]
        size = len(self.tables[here])
        cost = self.sizes.cost
        for table, sitting in enumerate(self.tables):
            if table != here and self.may_be(one, table):
                sized = cost(size - 1) - cost(size) + cost(len(sitting) + 1) - cost(len(sitting))
                yield (clashes[table] - leaves) * 2 * ONE_CLASH + sized, -1, table
        if not leaves:
            return
        for other, theirs in others:
            there = self.at[other]
            if there != here and self._may_swap(one, other):
                between = 2 * (other in self.conflicts[one])
                change = clashes[there] + self.clashes(other, here) - between - leaves - theirs
                yield change * 2 * ONE_CLASH - self._gain(one, other), other, there

    def _may_swap(self, one: int, other: int) -> bool:
        if not self.homes:
            return True
        return self.may_be(one, self.at[other]) and self.may_be(other, self.at[one])

    def _change(self, one: int, other: int, table: int) -> None:
        here = self.at[one]
        self.put(one, table)
        if other >= 0:
            self.put(other, here)

    def _gain(self, one: int, other: int) -> int:
        """Say by how much a swap evens out the values of two tables."""
        here, there = self.at[one], self.at[other]
        if self.values[one] == self.values[other]:
            return 0
        return (
            self.count(one, here)
            - self.count(one, there)
            + self.count(other, there)
            - self.count(other, here)
            - 2
        )

    def _swap_clashes(self, one: int, other: int) -> bool:
        here, there = self.at[one], self.at[other]
        return bool(
            self.conflicts[one] & (self.tables[there] - {other})
            or self.conflicts[other] & (self.tables[here] - {one})
        )
