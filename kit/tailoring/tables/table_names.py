"""What tables are called: by number, or by the groups of the roster that sit there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kit.tailoring.tables.table import natural, new_names, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_LONGEST: Final = 32
"""Letters that fit on a sign and into the name of a file."""


def table_names(
    tables: Sequence[Collection[int]], groups: Sequence[str], taken: Collection[str] = ()
) -> list[str]:
    """Name tables, each given by its people, whose groups are given by person.

    A group's only table has its name, `Ward A`; of several each has a number, `Ward A 2`, or
    `1.2` for the group `1`. Groups that share one are both named: `Ward A + Ward B`. Who sits there
    alone of a larger group is a guest and is not named. Other tables have the lowest free numbers.
    """
    whole = Counter(groups)
    owners = [_owners([groups[person] for person in table], whole) for table in tables]
    alone = Counter(own[0] for own in owners if len(own) == 1)
    used = {*taken, *(own[0] for own in owners if len(own) == 1 and alone[own[0]] == 1)}
    given: Counter[str] = Counter()
    names: list[str] = []
    for own in owners:
        if len(own) == 1 and alone[own[0]] == 1 and own[0] not in taken:
            name = own[0]
        else:
            name = " + ".join(own)
            if name and len(name) <= _LONGEST:
                name = _numbered(name, given, used, several=len(own) == 1)
            else:
                name = ""
        used.add(name)
        names.append(name)
    free = iter(new_names(sorted(used), names.count("")))
    return [name or next(free) for name in names]


def _owners(sitting: Sequence[str], whole: Counter[str]) -> list[str]:
    here = Counter(group for group in sitting if group)
    return sorted(
        (group for group, count in here.items() if count > 1 or whole[group] == count), key=natural
    )


def _numbered(name: str, given: Counter[str], used: set[str], *, several: bool) -> str:
    if not several and name not in used:
        return name
    while True:
        given[name] += 1
        if (number := numbered(name, given[name])) not in used:
            return number
