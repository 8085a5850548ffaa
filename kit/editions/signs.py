"""What is read from afar: the sign on the door, and the cards that say how long is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.setting import clock_after

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

_MINUTES_LEFT: Final = (10, 5, 2, 1)
"""The usual warnings; those longer than the longest activity are of no use."""


@dataclass(frozen=True, slots=True)
class DoorSignView:
    """What hangs on the door: the title, when it begins and ends, and the room."""

    identity: Identity
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class TimerCardsView:
    """The numbers of minutes that are held up, the largest first; the last card says stop."""

    identity: Identity
    minutes: tuple[int, ...]


def door_sign(tailored: TailoredWorkshop, setting: Setting) -> DoorSignView:
    """Make the sign for the door."""
    return DoorSignView(
        identity=parts.identity(tailored, setting),
        start=clock_after(setting.start, 0),
        end=clock_after(setting.start, tailored.minutes),
    )


def timer_cards(tailored: TailoredWorkshop, setting: Setting) -> TimerCardsView:
    """Make the cards to hold up, one a sheet."""
    longest = max(timed.minutes for timed in tailored.agenda)
    return TimerCardsView(
        identity=parts.identity(tailored, setting),
        minutes=tuple(minutes for minutes in _MINUTES_LEFT if minutes < longest),
    )
