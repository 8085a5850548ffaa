"""How many copies to print."""

from __future__ import annotations

from kit.definitions.preparation import Per


def tables_for(participants: int, at_table: int) -> int:
    """Give the number of tables that seat everyone."""
    return max(1, -(-participants // at_table))


def copies(per: Per, number: int, spare: int, participants: int, at_table: int) -> int:
    """Count copies by their rule, with the spares in percent rounded up."""
    units = {
        Per.PARTICIPANT: participants,
        Per.TABLE: tables_for(participants, at_table),
        Per.INSTRUCTOR: 1,
        Per.ROOM: 1,
    }[per]
    wanted = units * number
    return wanted + -(-wanted * spare // 100)
