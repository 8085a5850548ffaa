"""Deals scenarios to tables: neighbors get different ones, and each is discussed somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.tailoring.tables.table import Table


def deal(
    scenarios: Sequence[str],
    tables: Sequence[Table],
    rounds: int = 1,
    titles: Mapping[str, str] | None = None,
) -> tuple[Mapping[str, tuple[str, ...]], tuple[Problem, ...]]:
    """Give each table a scenario for each round, by ids, in the order of the rounds.

    The scenarios are dealt in their order round the tables in theirs, so that a table
    more at the end changes nothing for the others. In each round two tables next to each other
    differ, and no table gets one twice; each is dealt to some table in some round. Where the
    numbers do not allow that, a warning says so.
    """
    order = list(dict.fromkeys(scenarios))
    if not order or not tables:
        return {table.name: () for table in tables}, ()
    shifts = _shifts(len(order), len(tables), rounds)
    dealt = {
        table.name: tuple(order[(at + shift) % len(order)] for shift in shifts)
        for at, table in enumerate(tables)
    }
    return dealt, tuple(_problems(order, dealt, rounds, titles or {}))


def _shifts(scenarios: int, tables: int, rounds: int) -> list[int]:
    """Say how far the order is turned in each round: on to those not dealt yet, never the same."""
    shifts: list[int] = []
    turn = 0
    for _ in range(min(rounds, scenarios)):
        while turn % scenarios in shifts:
            turn += 1
        shifts.append(turn % scenarios)
        turn += min(tables, scenarios) if tables < scenarios else 1
    return shifts


def _shown(scenario: str, titles: Mapping[str, str]) -> str:
    return f"“{titles[scenario]}” (`{scenario}`)" if scenario in titles else f"`{scenario}`"


def _problems(
    order: Sequence[str],
    dealt: Mapping[str, tuple[str, ...]],
    rounds: int,
    titles: Mapping[str, str],
) -> list[Problem]:
    problems = []
    used = {each for some in dealt.values() for each in some}
    if undealt := [each for each in order if each not in used]:
        left = [_shown(each, titles) for each in undealt]
        tables = "is 1 table" if len(dealt) == 1 else f"are {len(dealt)} tables"
        message = f"There {tables}, too few to discuss all cases: none gets {', '.join(left)}."
        hint = (
            "Let a table that is done take another of the scenario cards, or leave these out: "
            f"`leave_out: [{', '.join(undealt)}]` below the workshop’s name."
        )
        problems.append(Problem("not-dealt", message, None, hint, Severity.WARNING))
    if len(order) == 1 and len(dealt) > 1:
        message = f"All tables discuss {_shown(order[0], titles)}: there is no other case."
        problems.append(Problem("one-scenario", message, severity=Severity.WARNING))
    if rounds > len(order):
        message = f"There are {rounds} rounds, but only {len(order)} cases to discuss."
        problems.append(Problem("too-few-scenarios", message, severity=Severity.WARNING))
    return problems
