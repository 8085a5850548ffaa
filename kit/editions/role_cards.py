"""Cards for a role play: what each of the players reads, cut apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.plain import for_participants

if TYPE_CHECKING:
    from kit.editions.plain import Plain
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

A_SHEET = 2


@dataclass(frozen=True, slots=True)
class RoleCardsView:
    """The cards by sheet, each a block of a worksheet."""

    identity: parts.Identity
    sheets: tuple[tuple[Plain, ...], ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> RoleCardsView | None:
    """Make the cards, or None where no sheet of this length is printed as cards."""
    cards = [
        for_participants(block, tailored.scales)
        for worksheet in tailored.worksheets
        for block in worksheet.blocks
        if block.id in worksheet.cards
    ]
    if not cards:
        return None
    return RoleCardsView(
        identity=parts.identity(tailored, setting),
        sheets=tuple(tuple(cards[at : at + A_SHEET]) for at in range(0, len(cards), A_SHEET)),
    )
