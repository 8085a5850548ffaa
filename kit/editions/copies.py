"""How many copies to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.preparation import Per

if TYPE_CHECKING:
    from kit.definitions.workshop import GroupSize


def tables_for(participants: int, at_table: int) -> int:
    """Give the number of tables that seat everyone."""
    return max(1, -(-participants // at_table))


def instructors_for(participants: int, per_instructor: int | None, named: int = 0) -> int:
    """Give the number of instructors that a group needs; one where nothing is said.

    Where more are `named`, as a cohort's file does, each of them is counted.
    """
    needed = -(-participants // per_instructor) if per_instructor else 1
    return max(needed, named)


def copies(
    per: Per, number: int, spare: int, participants: int, group: GroupSize, *, instructors: int = 0
) -> int:
    """Count copies by their rule, with the spares in percent rounded up.

    `instructors` are those that are known by name.
    """
    units = {
        Per.PARTICIPANT: participants,
        Per.TABLE: tables_for(participants, group.at_table),
        Per.TRIAD: max(1, participants // 3),
        Per.INSTRUCTOR: instructors_for(participants, group.per_instructor, instructors),
        Per.ROOM: 1,
    }[per]
    return with_spares(units * number, spare)


def with_spares(wanted: int, spare: int) -> int:
    """Add spares, in percent of what is wanted and rounded up."""
    return wanted + -(-wanted * spare // 100)
