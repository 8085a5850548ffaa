"""How many copies to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.preparation import Per

if TYPE_CHECKING:
    from kit.definitions.workshop import GroupSize


def tables_for(participants: int, at_table: int) -> int:
    """Give the number of tables that seat everyone."""
    return max(1, -(-participants // at_table))


def instructors_for(participants: int, per_instructor: int | None) -> int:
    """Give the number of instructors that a group needs; one where nothing is said."""
    return -(-participants // per_instructor) if per_instructor else 1


def copies(per: Per, number: int, spare: int, participants: int, group: GroupSize) -> int:
    """Count copies by their rule, with the spares in percent rounded up."""
    units = {
        Per.PARTICIPANT: participants,
        Per.TABLE: tables_for(participants, group.at_table),
        Per.TRIAD: max(1, participants // 3),
        Per.INSTRUCTOR: instructors_for(participants, group.per_instructor),
        Per.ROOM: 1,
    }[per]
    wanted = units * number
    return wanted + -(-wanted * spare // 100)
