"""The files of personal packets: named by table and person, and what their names tell again."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kit.pipeline.plain_name import plain_name
from kit.tailoring.tables.table import Table, natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.definitions.roster import Participant

_LONGEST: Final = 60
_NUMBERED: Final = re.compile(r"table-(\d{1,6})-(.+)")
_SECOND: Final = re.compile(r"-\d+$")


def file_names(people: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Name a file for each table and person: safe on every system, and no two the same."""
    taken: set[str] = set()
    names = []
    for table, person in people:
        stem = _stem(table, person)
        name, number = stem, 2
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name)
        names.append(name)
    return tuple(names)


def tables_of(names: Iterable[str], people: Sequence[Participant]) -> tuple[Table, ...]:
    """Tell from the names of packets who sat at which numbered table, as far as they tell.

    Tables with names of their own are not told: they are the roster's groups, which it has still.
    A name in letters that files are not named by is not told either.
    """
    at_table: dict[str, list[Participant]] = defaultdict(list)
    free: dict[int, dict[str, list[Participant]]] = {}
    for name in sorted(names):
        if not (found := _NUMBERED.fullmatch(name)):
            continue
        table, rest = found.groups()
        room = _LONGEST - found.start(2)
        if room not in free:
            free[room] = _by_ending(people, room)
        if here := free[room].get(rest) or free[room].get(_SECOND.sub("", rest)):
            at_table[table].append(here.pop(0))
    return tuple(Table(name, tuple(at_table[name])) for name in sorted(at_table, key=natural))


def _by_ending(people: Sequence[Participant], room: int) -> dict[str, list[Participant]]:
    """Give people by what a name of a file has of theirs, in so many letters."""
    found: dict[str, list[Participant]] = defaultdict(list)
    for person in people:
        if plain := plain_name(person.name):
            found[plain[:room].rstrip("-")].append(person)
    return dict(found)


def _stem(table: str, person: str) -> str:
    return f"table-{plain_name(table) or 'x'}-{plain_name(person) or 'person'}"[:_LONGEST].rstrip(
        "-"
    )
