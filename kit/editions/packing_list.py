"""What goes in the bag, to tick off: every document with its copies, and what else to bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.copies import tables_for
from kit.editions.materials import PrintLine, print_lines

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.packet import PacketLine
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class PackingListView:
    """The packet's documents, and the workshop's own materials."""

    identity: Identity
    participants: int
    tables: int
    documents: tuple[PacketLine, ...]
    materials: tuple[PrintLine, ...]


def view(
    tailored: TailoredWorkshop, setting: Setting, documents: tuple[PacketLine, ...]
) -> PackingListView:
    """List what to pack for this group; `documents` are those of the packet."""
    group = tailored.workshop.group
    participants = setting.participants or group.ideal
    return PackingListView(
        identity=parts.identity(tailored, setting),
        participants=participants,
        tables=tables_for(participants, group.at_table),
        documents=documents,
        materials=print_lines(tailored, participants, setting),
    )
