"""The packet as appendices, for submission to a journal of teaching materials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.editions.packet import PacketLine
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class Appendix:
    """One document with its letter: A to Z, then AA and so on."""

    letter: str
    document: PacketLine


@dataclass(frozen=True, slots=True)
class AppendixListView:
    """The appendices in the order of their use, and the objectives that the report repeats."""

    identity: parts.Identity
    objectives: tuple[parts.ObjectiveLine, ...]
    participants: int
    appendices: tuple[Appendix, ...]


def view(
    tailored: TailoredWorkshop, setting: Setting, documents: tuple[PacketLine, ...]
) -> AppendixListView:
    """Number the documents of a packet with letters."""
    return AppendixListView(
        identity=parts.identity(tailored, setting),
        objectives=parts.objectives(tailored),
        participants=setting.participants or tailored.workshop.group.ideal,
        appendices=tuple(
            Appendix(letter, document)
            for letter, document in zip(_letters(), documents, strict=False)
        ),
    )


def _letters() -> Iterator[str]:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)
