"""The files of personal packets: named by table and person, and what their names tell again."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kit.reading.plain_name import plain_name
from kit.tailoring.tables.table import Table, group_of, natural, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kit.definitions.roster import Participant

_LONGEST: Final = 60
_NUMBERED: Final = re.compile(r"table-(\d{1,6})-(.+)")
_PART: Final = re.compile(r"(\d{1,6})-(.+)")
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
    """Tell from the names of packets who sat at which table, as far as they tell.

    Tables are numbers, or groups of the roster, perhaps with a number. Tables that groups share are
    not told, nor is a name in letters that files are not named by.
    """
    at_table: dict[str, list[Participant]] = defaultdict(list)
    free: dict[tuple[str, int], dict[str, list[Participant]]] = {}
    told: set[Participant] = set()
    groups: dict[str, list[Participant]] = defaultdict(list)
    for person in people:
        if person.group:
            groups[group_of(person)].append(person)
    for name in sorted(names):
        for table, rest, sitting in _readings(name, people, groups):
            room = _LONGEST - len(name) + len(rest)
            if (table, room) not in free:
                free[table, room] = _by_ending(sitting, room)
            found = free[table, room]
            here = found.get(rest) or found.get(_SECOND.sub("", rest)) or []
            sitter = next((each for each in here if each not in told), None)
            if sitter:
                told.add(sitter)
                at_table[table].append(sitter)
                break
    return tuple(Table(name, tuple(at_table[name])) for name in sorted(at_table, key=natural))


def _readings(
    name: str, people: Sequence[Participant], groups: Mapping[str, Sequence[Participant]]
) -> Iterator[tuple[str, str, Sequence[Participant]]]:
    """Give the ways to read a file's name: a table, what names the person, and who it may be."""
    if found := _NUMBERED.fullmatch(name):
        yield found[1], found[2], people
    for group, members in groups.items():
        before = f"table-{plain_name(group)}-"
        if not plain_name(group) or not name.startswith(before):
            continue
        rest = name.removeprefix(before)
        yield group, rest, members
        if found := _PART.fullmatch(rest):
            yield numbered(group, int(found[1])), found[2], members


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
