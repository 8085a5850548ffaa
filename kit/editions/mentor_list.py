"""Who has which mentors in a program, with names: for whoever runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class MenteeRow:
    """A mentee by the name that is printed, empty where none can be, and the roster's line.

    A mentor is empty where the roster names none.
    """

    name: str
    line: int
    senior: str
    peer: str


@dataclass(frozen=True, slots=True)
class MentorRow:
    """A mentor, and how many mentees they have; `over` says that these are more than planned."""

    name: str
    mentees: int
    over: bool


@dataclass(frozen=True, slots=True)
class MentorListView:
    """The mentees with their mentors, then the mentors with how many they have."""

    identity: Identity
    title: str
    senior_title: str
    peer_title: str | None
    mentees: tuple[MenteeRow, ...]
    seniors: tuple[MentorRow, ...]
    peers: tuple[MentorRow, ...]
    without: int


def view(tailored: TailoredWorkshop, setting: Setting) -> MentorListView | None:
    """Make the list with the first session's packets; None where there are no people."""
    occasion = setting.occasion
    program = occasion.program if occasion else None
    if occasion is None or program is None or occasion.number != 1 or not setting.mentees:
        return None
    senior, peer = program.mentors.senior, program.mentors.peer
    rows = tuple(
        MenteeRow(each.printed, each.line, each.senior, each.peer if peer else "")
        for each in setting.mentees
    )
    return MentorListView(
        identity=parts.identity(tailored, setting),
        title=program.title,
        senior_title=senior.title,
        peer_title=peer.title if peer else None,
        mentees=rows,
        seniors=_counted([each.senior for each in setting.mentees], senior.most),
        peers=_counted([each.peer for each in setting.mentees], peer.most) if peer else (),
        without=sum(not each.senior or bool(peer and not each.peer) for each in rows),
    )


def _counted(names: list[str], most: int | None) -> tuple[MentorRow, ...]:
    """Count the mentees of each mentor, whatever the capitals of a name."""
    shown: dict[str, str] = {}
    count: dict[str, int] = {}
    for name in filter(None, names):
        key = name.casefold()
        shown.setdefault(key, name)
        count[key] = count.get(key, 0) + 1
    return tuple(
        MentorRow(shown[key], count[key], bool(most and count[key] > most))
        for key in sorted(count, key=lambda key: (-count[key], key))
    )
