"""A table, and the wishes that tables are made by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from kit.tailoring.tables.seating import Sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.roster import Attribute, Participant
    from kit.tailoring.tables.apart import Apart

UNKNOWN_GROUP: Final = "\0"
"""The group of a person at a table that was kept before groups were kept with it."""

# So many digits at once as make a number in no time.
_DIGITS: Final = re.compile(r"([0-9]{1,18})")


@dataclass(frozen=True)
class Table:
    """People who sit together, in the order of their names."""

    name: str
    people: tuple[Participant, ...]


@dataclass(frozen=True)
class TableWishes:
    """How tables are to be made.

    `before` are the tables as they were, for a roster that has changed since; `triads` says that
    people work in threes, for which a table of two will not do, and `must_be_triads` that the
    cohort asks for it, so that such a table is an error.
    """

    seed: str = ""
    size: int = 5
    smallest: int = 4
    largest: int = 6
    triads: bool = False
    must_be_triads: bool = True
    balance: Attribute | None = None
    apart: tuple[Apart, ...] = ()
    before: tuple[Table, ...] = ()

    @property
    def sizes(self) -> Sizes:
        """How many people a table should have."""
        return Sizes(self.smallest, self.size, self.largest)


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Give what tables are sorted by: numbers as numbers, before names, and within names too."""
    parts = _DIGITS.split(name.casefold())
    return tuple(
        (0, int(part), "") if part.isascii() and part.isdigit() else (1, 0, part)
        for part in parts
        if part
    )


def group_of(person: Participant) -> str:
    """Give a person's group, whatever its spaces."""
    return " ".join(person.group.split())


def numbered(group: str, number: int) -> str:
    """Name one of several tables of a group: `Ward A 2`, and `1.2` of the group `1`."""
    return f"{group}.{number}" if group[-1].isdigit() else f"{group} {number}"


def new_names(taken: Sequence[str], count: int) -> list[str]:
    """Number new tables, leaving out numbers that are taken."""
    free = (str(number) for number in range(1, len(taken) + count + 1) if str(number) not in taken)
    return list(islice(free, count))
