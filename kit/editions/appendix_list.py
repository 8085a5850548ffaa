"""The packet as appendices, for submission to a journal of teaching materials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.editions.identity import Identity
    from kit.editions.packet import PacketLine
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


TIMES: Final = (
    *("beforehand", "a_week_before", "a_day_before"),
    *("when_setting_up", "at_the_door", "at_the_first_session"),
    *("at_the_lectern", "on_the_screen", "on_the_tables", "at_the_tables"),
    *("in_the_exercises", "in_the_discussion", "in_the_role_play", "on_the_walls"),
    *("last_minutes", "after_the_session", "same_day", "months_after", "months_later"),
)
"""When documents are used, one time after the other; what is used at none of them comes last."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """One document with its letter: A to Z, then AA and so on."""

    letter: str
    document: PacketLine


@dataclass(frozen=True, slots=True)
class AppendixListView:
    """The appendices in the order of their use, and the objectives that the report repeats."""

    identity: Identity
    objectives: tuple[parts.ObjectiveLine, ...]
    participants: int
    appendices: tuple[Appendix, ...]


def view(
    tailored: TailoredWorkshop, setting: Setting, documents: tuple[PacketLine, ...]
) -> AppendixListView:
    """Give the documents of a packet letters in the order of their use."""
    order = {when: position for position, when in enumerate(TIMES)}
    used = sorted(documents, key=lambda each: order.get(each.when, len(order)))
    return AppendixListView(
        identity=parts.identity(tailored, setting),
        objectives=parts.objectives(tailored),
        participants=setting.participants or tailored.workshop.group.ideal,
        appendices=tuple(
            Appendix(letter, document) for letter, document in zip(_letters(), used, strict=False)
        ),
    )


def _letters() -> Iterator[str]:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)
