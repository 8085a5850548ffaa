"""What can be worked out about groups from sums over overlapping groups: exact linear algebra.

The figures of a group are sums over its members. Respondents who are in the same groups cannot be
told apart: together they are an *atom*. What anybody can work out from the sums are the sums over
atoms with weights that are combinations of the groups (the row space of the matrix of groups by
atoms): differences, sums, and differences of these. A combination is held against the threshold by
all atoms with a weight in it.

Kept is the other side of it, the null space: a basis of all ways in which the atoms could be
different while every known sum stays the same. A combination of some atoms is known exactly where
the rows of these atoms in that basis are linearly dependent; one atom's sum, where its row is zero.
As most groups are parts of one another, the basis is small and sparse.

This is what follows whatever the answers are. What follows only from the answers that happened to
be given (nobody of thirty said no, so none of four did) is not looked at.
"""

from __future__ import annotations

from collections import Counter
from math import gcd
from typing import TYPE_CHECKING

from kit.reporting.disclosure.dependence import TooManyError, any_dependent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.reporting.disclosure.dependence import Vector


class KnownSums:
    """The groups of one field whose sums are known."""

    def __init__(self, threshold: int) -> None:
        self._threshold = threshold
        self._atom_of: dict[str, int] = {}
        self._sizes: dict[int, int] = {}
        self._rows: dict[int, Vector] = {}
        """Of each atom, by direction of the basis."""
        self._directions: dict[int, Vector] = {}
        """The same the other way: of each direction, by atom."""
        self._next = 0

    def copy(self) -> KnownSums:
        """Give the same, to try something with."""
        other = KnownSums(self._threshold)
        other._atom_of = dict(self._atom_of)
        other._sizes = dict(self._sizes)
        other._rows = {each: dict(row) for each, row in self._rows.items()}
        other._directions = {each: dict(column) for each, column in self._directions.items()}
        other._next = self._next
        return other

    def add_safely(self, members: frozenset[str]) -> bool:
        """Count the sum over this group as known; say that this makes no small group's sum known.

        Where too many combinations would have to be looked at to tell, it is not said: nobody
        waits for a figure without end.
        """
        # A combination of atoms that did not change was known before, or is not known now either.
        changed = self.add(members)
        small = {each: size for each, size in self._sizes.items() if size < self._threshold}
        try:
            return not any_dependent(
                changed & small.keys(), small, self._rows, self._directions, self._threshold - 1
            )
        except TooManyError:
            return False

    def add(self, members: frozenset[str]) -> set[int]:
        """Count the sum over this group as known; give the atoms about which more is known now."""
        inside, changed = self._split(members)
        total = Counter[int]()
        for atom in inside:
            total.update(self._rows[atom])
        weights = {each: weight for each, weight in total.items() if weight}
        if weights:
            changed |= self._hold(weights)
        return changed

    def _split(self, members: frozenset[str]) -> tuple[set[int], set[int]]:
        """Divide atoms that lie in this group with a part only; give those in it, and the new.

        The part in the group may differ by anything, as long as the part outside makes up for it.
        Respondents who are in a group for the first time may differ by anything at all.
        """
        inside: set[int] = set()
        moved: dict[int | None, int] = {}
        changed: set[int] = set()
        # In order: where a search is given up, it is at the same place every time.
        for atom, size in Counter(map(self._atom_of.get, sorted(members))).items():
            if atom is not None and size == self._sizes[atom]:
                inside.add(atom)
                continue
            new = moved[atom] = self._next
            self._next += 1
            self._sizes[new] = size
            self._rows[new] = {new: 1}
            self._directions[new] = {new: 1}
            if atom is not None:
                self._sizes[atom] -= size
                self._rows[atom][new] = self._directions[new][atom] = -1
                changed.add(atom)
        if moved:
            of = self._atom_of.get
            self._atom_of |= {m: moved[of(m)] for m in members if of(m) in moved}
        new_atoms = set(moved.values())
        return inside | new_atoms, changed | new_atoms

    def _hold(self, weights: Vector) -> set[int]:
        """Leave only directions that do not move a sum; `weights` is how each moves it now."""
        pivot = min(
            weights, key=lambda each: (abs(weights[each]), len(self._directions[each]), each)
        )
        column, weight = self._directions.pop(pivot), weights[pivot]
        for atom in column:
            del self._rows[atom][pivot]
        for each, moves in weights.items():
            if each != pivot:
                self._combine(each, weight, column, -moves)
        return set(column)

    def _combine(self, direction: int, keep: int, column: Vector, times: int) -> None:
        """Put `keep` times the direction and `times` this one in the direction's place."""
        shared = gcd(keep, times)
        keep, times = keep // shared, times // shared
        old = self._directions[direction]
        new = {atom: keep * value for atom, value in old.items()} if keep != 1 else dict(old)
        for atom, value in column.items():
            new[atom] = new.get(atom, 0) + times * value
        self._put(direction, old, {atom: value for atom, value in new.items() if value})

    def _put(self, direction: int, old: Iterable[int], new: Vector) -> None:
        for atom in old:
            if atom not in new:
                del self._rows[atom][direction]
        shared = gcd(*new.values())
        self._directions[direction] = {atom: value // shared for atom, value in new.items()}
        for atom, value in self._directions[direction].items():
            self._rows[atom][direction] = value
