"""A table, and the wishes that tables are made by."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kit.tailoring.tables.seating import Sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.roster import Attribute, Participant
    from kit.tailoring.tables.apart import Apart


@dataclass(frozen=True)
class Table:
    """People who sit together, in the order of their names."""

    name: str
    people: tuple[Participant, ...]


@dataclass(frozen=True)
class TableWishes:
    """How tables are to be made.

    `before` are the tables as they were, for a roster that has changed since; `triads` says that
    people work in threes, for which a table of two will not do.
    """

    seed: str = ""
    size: int = 5
    smallest: int = 4
    largest: int = 6
    triads: bool = False
    balance: Attribute | None = None
    apart: tuple[Apart, ...] = ()
    before: tuple[Table, ...] = ()

    @property
    def sizes(self) -> Sizes:
        """How many people a table should have."""
        return Sizes(self.smallest, self.size, self.largest)


def natural(name: str) -> tuple[int, str]:
    """Give what tables are sorted by: numbers as numbers, then names."""
    return (int(name), "") if name.isascii() and name.isdigit() else (10**9, name.casefold())


def new_names(taken: Sequence[str], count: int) -> list[str]:
    """Number new tables, leaving out numbers that are taken."""
    free = (str(number) for number in range(1, len(taken) + count + 1) if str(number) not in taken)
    return list(islice(free, count))
