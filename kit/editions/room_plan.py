"""How the room is set, large enough to hand to whoever sets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.copies import tables_for
from kit.editions.setting import clock_after

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class RoomPlanView:
    """The sketch's figures, the words about the room, and what lies on each table."""

    identity: Identity
    ready_by: str
    layout: str
    screen: bool
    participants: int
    tables: int
    at_table: int
    text: str
    on_tables: tuple[str, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> RoomPlanView:
    """Draw the room for this group; everything is ready half an hour before the start."""
    room, group = tailored.workshop.room, tailored.workshop.group
    participants = setting.participants or group.ideal
    return RoomPlanView(
        identity=parts.identity(tailored, setting),
        ready_by=clock_after(setting.start, -30),
        layout=str(room.layout),
        screen=room.screen,
        participants=participants,
        tables=tables_for(participants, group.at_table),
        at_table=group.at_table,
        text=room.text,
        on_tables=room.on_tables,
    )
