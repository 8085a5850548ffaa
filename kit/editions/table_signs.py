"""A sign for each table, and the list on the wall that says who sits where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.copies import tables_for
from kit.tailoring.tables.cases_dealt import cases_dealt
from kit.tailoring.tables.table import Table

if TYPE_CHECKING:
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class TableSign:
    """A table's name and the cases that are dealt to it, each with its number and title."""

    name: str
    cases: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class TableSignsView:
    """A sign a table, with no one's name on it."""

    identity: parts.Identity
    tables: tuple[TableSign, ...]


@dataclass(frozen=True, slots=True)
class GroupListView:
    """Who sits where, for the wall: each table with its people."""

    identity: parts.Identity
    tables: tuple[tuple[str, tuple[str, ...]], ...]
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
    tables = tuple((seats.table, seats.people) for seats in setting.seating)
    people = sum(len(names) for _, names in tables)
    return GroupListView(
        identity=parts.identity(tailored, setting),
        tables=tables,
        density="roomy" if people <= 20 else "normal" if people <= 48 else "dense",  # noqa: PLR2004
    )
