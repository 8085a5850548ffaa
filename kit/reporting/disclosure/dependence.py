"""Whether a few rows of integers are linearly dependent: searched among many sparse ones."""

from __future__ import annotations

from collections import Counter
from math import gcd
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Vector = dict[int, int]
"""The numbers that are not zero, by their place."""

MOST_TRIED: Final = 2_000
"""Sets of rows that one search looks at. Where groups are parts of one another, it is a few; where
many small parts overlap in many ways, it would be millions."""


class TooManyError(Exception):
    """There are more sets of rows than `MOST_TRIED`."""


def any_dependent(
    changed: Iterable[int],
    sizes: Mapping[int, int],
    rows: Mapping[int, Vector],
    columns: Mapping[int, Iterable[int]],
    most: int,
) -> bool:
    """Say whether rows of at most this size together, one of them changed, are dependent.

    `sizes` are those of the rows that come into question. `columns` names the rows that have a
    number in each column.

    Raises:
        TooManyError: it cannot be told in reasonable time.
    """
    search = _Search(sizes, rows, columns)
    return any(search.finds_with(each, most) for each in sorted(changed))


class _Search:
    """Adds row to row. In a dependent set no column has a number in one row alone."""

    def __init__(
        self,
        sizes: Mapping[int, int],
        rows: Mapping[int, Vector],
        columns: Mapping[int, Iterable[int]],
    ) -> None:
        self._sizes = dict(sizes)
        self._rows = rows
        self._columns = columns
        self._in_column: dict[int, list[int]] = {}
        self._tried = 0

    def finds_with(self, first: int, room: int) -> bool:
        """Say whether there is such a set with this row, which is left out afterwards."""
        found = self._completes((first,), [], room)
        del self._sizes[first]
        for column in self._rows[first]:
            self._in_column.pop(column, None)
        return found

    def _completes(self, chosen: tuple[int, ...], echelon: list[Vector], room: int) -> bool:
        """Say whether the last of these rows, or some added to them, make the set dependent."""
        self._tried += 1
        if self._tried > MOST_TRIED:
            raise TooManyError
        rest = _reduced(self._rows[chosen[-1]], echelon)
        if not rest:
            return True
        left = room - self._sizes[chosen[-1]]
        return left > 0 and any(
            self._completes((*chosen, each), [*echelon, rest], left)
            for each in self._that_may_follow(chosen)
            if self._sizes[each] <= left
        )

    def _that_may_follow(self, chosen: tuple[int, ...]) -> list[int]:
        """Give the rows one of which must be in any set that completes these."""
        times = Counter(column for row in chosen for column in self._rows[row])
        alone = [self._small(column) for column, count in times.items() if count == 1]
        if alone:
            found = min(alone, key=len)
        else:
            found = sorted({row for column in times for row in self._small(column)})
        return [row for row in found if row not in chosen]

    def _small(self, column: int) -> list[int]:
        if column not in self._in_column:
            self._in_column[column] = [
                each for each in self._columns[column] if each in self._sizes
            ]
        return self._in_column[column]


def _reduced(row: Vector, echelon: Iterable[Vector]) -> Vector:
    """Take from a row what the others have of it; nothing is left where it depends on them.

    The leading column of each is its first.
    """
    for other in echelon:
        lead, value = next(iter(other.items()))
        if lead in row:
            shared = gcd(value, row[lead])
            keep, times = value // shared, row[lead] // shared
            both = {place: keep * number for place, number in row.items()}
            for place, number in other.items():
                both[place] = both.get(place, 0) - times * number
            row = {place: number for place, number in both.items() if number}
    return row
