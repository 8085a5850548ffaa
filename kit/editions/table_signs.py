"""A sign for each table, and the list on the wall that says who sits where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.copies import tables_for
from kit.editions.sized_name import SizedName, sized
from kit.tailoring.tables.cases_dealt import cases_dealt
from kit.tailoring.tables.table import Table

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

_ON_THE_WALL: Final = {"roomy": (24, 78.0), "normal": (16, 78.0), "dense": (12, 50.0)}
"""Points of type for a name, and the millimeters of a column: a long one takes a second row."""


@dataclass(frozen=True, slots=True)
class TableSign:
    """A table's name and the cases that are dealt to it, each with its number and title."""

    name: str
    cases: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class TableSignsView:
    """A sign a table, with no one's name on it."""

    identity: Identity
    tables: tuple[TableSign, ...]


@dataclass(frozen=True, slots=True)
class GroupListView:
    """Who sits where, for the wall: each table with its people."""

    identity: Identity
    tables: tuple[tuple[str, tuple[SizedName, ...]], ...]
    density: str


def table_signs(tailored: TailoredWorkshop, setting: Setting) -> TableSignsView:
    """Make a sign for each table: of the seating where there is one, else of the ideal group.

    Which cases a table gets is known without anybody's name.
    """
    numbers = {each.id: (at, each.title) for at, each in enumerate(tailored.scenarios, 1)}
    if setting.seating:
        dealt = {seats.table: seats.cases for seats in setting.seating}
    else:
        group = tailored.workshop.group
        count = tables_for(setting.participants or group.ideal, group.at_table)
        tables = [Table(str(number), ()) for number in range(1, count + 1)]
        dealt, _ = cases_dealt(tailored, tables)
    signs = tuple(
        TableSign(table, tuple(sorted(numbers[name] for name in cases if name in numbers)))
        for table, cases in dealt.items()
    )
    return TableSignsView(parts.identity(tailored, setting), signs)


def group_list(tailored: TailoredWorkshop, setting: Setting) -> GroupListView | None:
    """List the tables with their people, or None where nobody has been seated."""
    if not setting.seating:
        return None
    people = sum(len(seats.people) for seats in setting.seating)
    density = "roomy" if people <= 20 else "normal" if people <= 48 else "dense"  # noqa: PLR2004
    points, across = _ON_THE_WALL[density]
    tables = tuple(
        (seats.table, tuple(sized(name, (across, 0), (points,)) for name in seats.people))
        for seats in setting.seating
    )
    return GroupListView(
        identity=parts.identity(tailored, setting),
        tables=tables,
        density=density,
    )
