"""Cards on which people write to themselves what they will do: four a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from kit.definitions.day import months_after
from kit.editions import parts

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

A_SHEET: Final = 4


@dataclass(frozen=True, slots=True)
class CommitmentCardsView:
    """What stands on each card; `mail_by` is the month in which it is sent back, if known."""

    identity: Identity
    cards: int
    months: int | None
    mail_by: str | None


def view(tailored: TailoredWorkshop, setting: Setting) -> CommitmentCardsView:
    """Make a sheet of cards, to be mailed when the follow-up form is; in large print, of one."""
    follow_up = tailored.workshop.evaluation.follow_up
    months = follow_up.months if follow_up else None
    day = setting.occasion.date if setting.occasion else None
    return CommitmentCardsView(
        identity=parts.identity(tailored, setting),
        cards=1 if setting.large else A_SHEET,
        months=months,
        mail_by=setting.words.month(month_after(day, months)) if day and months else None,
    )


def month_after(day: str, months: int) -> date:
    """Give the first day of the month some months after a day such as `2027-08-12`."""
    return months_after(date.fromisoformat(day), months).replace(day=1)
