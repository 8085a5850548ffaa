"""The sheet that participants get before the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.contacts import ContactLine, contact_lines

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class PreWorkView:
    """What to do beforehand, and the sheets for it."""

    identity: Identity
    minutes: int
    text: str
    sheets: tuple[parts.Sheet, ...]
    whom_to_turn_to: str
    contact: str | None
    contacts: tuple[ContactLine, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> PreWorkView | None:
    """Make the pre-work, or None where this length has none."""
    if tailored.prework is None:
        return None
    numbers = parts.sheet_numbers(tailored)
    return PreWorkView(
        identity=parts.identity(tailored, setting),
        minutes=tailored.prework.minutes,
        text=tailored.prework.text,
        sheets=tuple(
            parts.sheet(worksheet, numbers[worksheet.id], tailored)
            for worksheet in tailored.worksheets
            if worksheet.id in tailored.prework.uses
        ),
        whom_to_turn_to=tailored.workshop.disclosure.participants,
        contact=parts.contact(tailored),
        contacts=contact_lines(setting),
    )
