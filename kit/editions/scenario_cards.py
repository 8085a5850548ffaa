"""The cases as cards: two a sheet, the premise in front and the questions behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

A_SHEET = 2
MOST_WORDS = 115
"""What half a sheet takes of a premise, or of the questions; a longer case has one to itself."""


@dataclass(frozen=True, slots=True)
class ScenarioCardsView:
    """The cases by sheet: as many cards on its front, and the same ones on its back."""

    identity: parts.Identity
    sheets: tuple[tuple[parts.Case, ...], ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> ScenarioCardsView | None:
    """Make one card a case, or None where this length has no cases."""
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


def _sheets(cases: list[parts.Case], *, large: bool) -> Iterator[tuple[parts.Case, ...]]:
    waiting: list[parts.Case] = []
    for case in cases:
        if large or _is_long(case):
            yield (case,)
            continue
        waiting.append(case)
        if len(waiting) == A_SHEET:
            yield tuple(waiting)
            waiting = []
    if waiting:
        yield tuple(waiting)


def _is_long(case: parts.Case) -> bool:
    front = len(f"{case.role or ''} {case.premise}".split())
    return max(front, len(" ".join(case.questions).split())) > MOST_WORDS
