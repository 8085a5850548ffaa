"""The placards of the roles: one page each, to hang on the walls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.definitions.activity import PLACARDS
from kit.editions import parts

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class Placard:
    """One role, as it is read from two steps away."""

    id: str
    number: int
    title: str
    does: str
    text: str | None


@dataclass(frozen=True, slots=True)
class PlacardsView:
    """A page for each role of the vocabulary."""

    identity: Identity
    vocabulary: str
    placards: tuple[Placard, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> PlacardsView | None:
    """Make the placards, or None where no activity of this length walks to them."""
    vocabulary = tailored.vocabulary
    if vocabulary is None or not any(PLACARDS in each.activity.uses for each in tailored.agenda):
        return None
    return PlacardsView(
        identity=parts.identity(tailored, setting),
        vocabulary=vocabulary.title,
        placards=tuple(
            Placard(role.id, number, role.title, role.does, role.placard)
            for number, role in enumerate(vocabulary.roles, 1)
        ),
    )
