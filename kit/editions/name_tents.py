"""Names on the tables and on people: folded tents, and badges to cut."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.copies import with_spares
from kit.editions.sized_name import SizedName, sized

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

SPARE: Final = 10
"""In percent: tents and badges without a name, for those who come without being expected."""

BLANKS: Final = 2
"""So many tents without a name there are at least."""

A_SHEET: Final = 8
"""Badges on a sheet."""

_TENT_SIZES: Final = (110, 100, 92, 84, 76, 70, 64, 58, 52, 48, 44, 40, 36, 32, 29, 26, 23)
_TENT: Final = (176.0, 68.0)
_BADGE_SIZES: Final = (34, 31, 28, 25, 23, 21, 19, 17, 15, 13)
_BADGE: Final = (88.0, 28.0)
"""Points of type, the largest first, and the millimeters of width and height that there are."""


@dataclass(frozen=True, slots=True)
class NameLine:
    """One person, or nobody yet: then there is a line to write on."""

    name: str
    sized: SizedName
    pronouns: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class NameTentsView:
    """One tent a sheet, in the order of the tables."""

    identity: Identity
    tents: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class BadgesView:
    """The badges by sheet; the last sheet is filled up with blank ones."""

    identity: Identity
    sheets: tuple[tuple[NameLine, ...], ...]


def name_tents(tailored: TailoredWorkshop, setting: Setting) -> NameTentsView:
    """Make a tent for each person, and some to write on; one to copy where nobody is known."""
    known = tuple(_people(setting, _TENT, _TENT_SIZES))
    spare = max(BLANKS, with_spares(len(known), SPARE) - len(known))
    blank = (_blank(_TENT, _TENT_SIZES),) * (spare if known else 1)
    return NameTentsView(parts.identity(tailored, setting), (*known, *blank))


def badges(tailored: TailoredWorkshop, setting: Setting) -> BadgesView:
    """Make a badge for each person, and blank ones up to the end of a sheet, one sheet at least."""
    lines = list(_people(setting, _BADGE, _BADGE_SIZES))
    spare = A_SHEET - len(lines) % A_SHEET
    lines += [_blank(_BADGE, _BADGE_SIZES)] * spare
    sheets = tuple(tuple(lines[at : at + A_SHEET]) for at in range(0, len(lines), A_SHEET))
    return BadgesView(parts.identity(tailored, setting), sheets)


def _people(
    setting: Setting, room: tuple[float, float], sizes: Sequence[int]
) -> Iterable[NameLine]:
    for seats in setting.seating:
        for name, pronouns in zip_longest(seats.people, seats.pronouns, fillvalue=""):
            yield NameLine(name, sized(name, room, sizes), pronouns, seats.table)


def _blank(room: tuple[float, float], sizes: Sequence[int]) -> NameLine:
    return NameLine("", sized("", room, sizes))
