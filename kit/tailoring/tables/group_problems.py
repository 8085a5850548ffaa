"""Where a group of the roster does not sit by itself at one table: said aloud, with the reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from kit.errors import Problem, Severity
from kit.tailoring.tables.table import natural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.tailoring.tables.table import TableWishes

_SHOWN: Final = 8
"""So many groups are named in one message; the seating list has all."""


def group_problems(
    groups: Sequence[str], seats: Sequence[str], wishes: TableWishes
) -> Iterator[Problem]:
    """Tell of groups that are larger than a table, that are divided, and too small for a table."""
    at: dict[str, Counter[str]] = defaultdict(Counter)
    for group, table in zip(groups, seats, strict=True):
        if group:
            at[group][table] += 1
    sitting = Counter(seats)
    ordered = {group: at[group] for group in sorted(at, key=natural)}
    large, divided, small = [], [], []
    for group, tables in ordered.items():
        size = tables.total()
        if size > wishes.largest:
            large.append(f"“{group}” ({size}) has {_listed(sorted(tables, key=natural))}")
        elif len(tables) > 1:
            parts = [f"{tables[name]} at “{name}”" for name in sorted(tables, key=natural)]
            divided.append(f"of “{group}”, {', '.join(parts)}")
        elif size < wishes.smallest and sitting[next(iter(tables))] > size:
            small.append(f"“{group}” ({size}) at “{next(iter(tables))}”")
    sizes = f"{wishes.smallest} to {wishes.largest}"
    if large:
        yield _told(
            "group-divided",
            "Groups that are larger than a table sit at several",
            large,
            "To say yourself who sits with whom, write smaller groups into the column `group`: of "
            f"{sizes} people.",
        )
    if divided:
        yield _told(
            "group-divided",
            "Not all groups sit together, so that no table has too few or too many people, or "
            "those who should sit apart do",
            divided,
            f"Groups of {sizes} people stay whole, if nobody in them should sit apart.",
        )
    if small:
        yield _told(
            "group-filled",
            "Groups that are too small for a table sit with others",
            small,
            f"Make them larger in the column `group`, to {sizes} people, to choose with whom.",
        )


def _listed(names: Sequence[str]) -> str:
    if len(names) > 2:  # noqa: PLR2004 - more is a row, told by its ends
        return f"{len(names)} tables, “{names[0]}” to “{names[-1]}”"
    return " and ".join(f"“{name}”" for name in names)


def _told(code: str, message: str, groups: Sequence[str], hint: str) -> Problem:
    more = f"; and {len(groups) - _SHOWN} more" if len(groups) > _SHOWN else ""
    shown = "; ".join(groups[:_SHOWN])
    return Problem(code, f"{message}: {shown}{more}.", None, hint, Severity.WARNING)
