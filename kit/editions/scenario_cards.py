"""The cases as cards: the premise in front and the questions behind.

Both cards of a sheet are of one case, so that its questions lie behind it whichever edge the
printer turns the sheet on: a copy is a set for each of two tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

SETS: Final = 2
"""How many sets a copy has; in large print, which is for one person, it is one."""
MOST_WORDS: Final = 115
"""What half a sheet takes of a premise, or of the questions; a longer case takes a whole one."""


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A sheet with a case's premise on its front and the questions on its back, on so many cards.

    `again`: an earlier sheet is the same; a screen shows one of them.
    """

    case: parts.Case
    cards: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class ScenarioCardsView:
    """The sheets, in the order of the cases."""

    identity: Identity
    sheets: tuple[CardSheet, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> ScenarioCardsView | None:
    """Make the cards of each case, or None where this length has no cases."""
    cases = [
        parts.case(scenario, number, tailored)
        for number, scenario in enumerate(tailored.scenarios, 1)
    ]
    if not cases:
        return None
    return ScenarioCardsView(
        identity=parts.identity(tailored, setting),
        sheets=tuple(_sheets(cases, large=setting.large)),
    )


def _sheets(cases: list[parts.Case], *, large: bool) -> Iterator[CardSheet]:
    for case in cases:
        if large:
            yield CardSheet(case, 1)
        elif _is_long(case):
            yield from (CardSheet(case, 1, again=number > 0) for number in range(SETS))
        else:
            yield CardSheet(case, SETS)


def _is_long(case: parts.Case) -> bool:
    front = len(f"{case.role or ''} {case.premise}".split())
    return max(front, len(" ".join(case.questions).split())) > MOST_WORDS
