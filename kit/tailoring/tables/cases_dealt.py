"""Which cases each table discusses, over all activities of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.activity import Grouping
from kit.tailoring.tables.dealing import deal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.errors import Problem
    from kit.tailoring.tables.table import Table
    from kit.tailoring.tailor import TailoredWorkshop


def cases_dealt(
    tailored: TailoredWorkshop, tables: Sequence[Table]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Deal the cases of each activity in which tables work on them; who is at them is all one."""
    known = {scenario.id: scenario.title for scenario in tailored.scenarios}
    cases: dict[str, list[str]] = {table.name: [] for table in tables}
    problems: list[Problem] = []
    for timed in tailored.agenda:
        named = [name for name in timed.activity.uses if name in known]
        if not named:
            continue
        if not any(step.grouping is Grouping.TABLES for step in timed.steps):
            for mine in cases.values():
                mine.extend(named)
            continue
        dealt, noted = deal(named, tables, titles=known)
        problems += noted
        for table, some in dealt.items():
            cases[table] += some
    return {name: tuple(dict.fromkeys(some)) for name, some in cases.items()}, problems
