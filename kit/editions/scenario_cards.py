"""The cases as cards: two a sheet, the premise in front and the questions behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts

if TYPE_CHECKING:
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

A_SHEET = 2


@dataclass(frozen=True, slots=True)
class ScenarioCardsView:
    """The cases by sheet: as many cards on its front, and the same ones on its back."""

    identity: parts.Identity
    sheets: tuple[tuple[parts.Case, ...], ...]


def view(tailored: TailoredWorkshop, _setting: Setting) -> ScenarioCardsView | None:
    """Make one card a case, or None where this length has no cases."""
    cases = [
        parts.case(scenario, number, tailored)
        for number, scenario in enumerate(tailored.scenarios, 1)
    ]
    if not cases:
        return None
    return ScenarioCardsView(
        identity=parts.identity(tailored),
        sheets=tuple(tuple(cases[at : at + A_SHEET]) for at in range(0, len(cases), A_SHEET)),
    )
