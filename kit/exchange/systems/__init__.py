"""The systems whose exports are recognised, in the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.exchange.systems import (
    google_forms,
    kit_table,
    lime_survey,
    microsoft_forms,
    plain_table,
    qualtrics,
    redcap,
    survey_monkey,
)

if TYPE_CHECKING:
    from kit.exchange.system import Recognised, System
    from kit.exchange.table import Table

SYSTEMS: Final[tuple[System, ...]] = (
    kit_table.SYSTEM,
    survey_monkey.SYSTEM,
    qualtrics.SYSTEM,
    lime_survey.SYSTEM,
    microsoft_forms.SYSTEM,
    google_forms.SYSTEM,
    redcap.SYSTEM,
    plain_table.SYSTEM,
)
"""The last takes any table whose first row may be headings."""

_HEAD: Final = 6
"""Rows that are looked at."""


def recognised(table: Table) -> Recognised | None:
    """Recognise an export by its first rows; None where a table has too few."""
    head = [row.cells for row in table.rows[:_HEAD]]
    found = (system.recognise(head) for system in SYSTEMS)
    return next((each for each in found if each is not None), None)
