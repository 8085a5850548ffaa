"""Who sits where: for the instructor and the door, with the cases that each table gets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Seats, Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class Seat:
    """A person by the name that is printed, empty where none can be, and their roster's line.

    `shared` says that another person has the same name: their lines tell them apart.
    """

    name: str
    line: int
    shared: bool = False


@dataclass(frozen=True, slots=True)
class SeatedTable:
    """A table: the people at it, and its cases with their numbers."""

    name: str
    people: tuple[Seat, ...]
    cases: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class SeatingListView:
    """The tables in their order, and how many people sit at them."""

    identity: Identity
    tables: tuple[SeatedTable, ...]
    people: int
    with_cases: bool


def view(tailored: TailoredWorkshop, setting: Setting) -> SeatingListView | None:
    """List the tables, or None where nobody has been seated."""
    if not setting.seating:
        return None
    numbers = {each.id: (at, each.title) for at, each in enumerate(tailored.scenarios, 1)}
    count = Counter(name.casefold() for seats in setting.seating for name in seats.people)
    tables = tuple(
        SeatedTable(
            seats.table,
            tuple(
                Seat(name, line, shared=bool(line) and count[name.casefold()] > 1)
                for name, line in zip(seats.people, _lines(seats), strict=True)
            ),
            tuple(sorted(numbers[name] for name in seats.cases if name in numbers)),
        )
        for seats in setting.seating
    )
    return SeatingListView(
        identity=parts.identity(tailored, setting),
        tables=tables,
        people=sum(len(table.people) for table in tables),
        with_cases=any(table.cases for table in tables),
    )


def _lines(seats: Seats) -> tuple[int, ...]:
    """Give everyone's line of the roster; 0 where there is none."""
    return seats.lines or (0,) * len(seats.people)
