"""Names on the tables and on people: folded tents, and badges to cut."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.copies import with_spares

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

SPARE: Final = 10
"""In percent: tents and badges without a name, for those who come without being expected."""

BLANKS: Final = 2
"""So many tents without a name there are at least."""

A_SHEET: Final = 8
"""Badges on a sheet."""

_SIZES: Final = {"huge": 9, "large": 15, "medium": 24}
"""How many letters a name may have at most at each size."""


@dataclass(frozen=True, slots=True)
class NameLine:
    """One person, or nobody yet: then there is a line to write on."""

    name: str
    size: str
    pronouns: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class NameTentsView:
    """One tent a sheet, in the order of the tables."""

    identity: parts.Identity
    tents: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class BadgesView:
    """The badges by sheet; the last sheet is filled up with blank ones."""

    identity: parts.Identity
    sheets: tuple[tuple[NameLine, ...], ...]


def name_tents(tailored: TailoredWorkshop, setting: Setting) -> NameTentsView:
    """Make a tent for each person, and some to write on; one to copy where nobody is known."""
    known = tuple(_people(setting))
    spare = max(BLANKS, with_spares(len(known), SPARE) - len(known))
    blank = (_line(""),) * (spare if known else 1)
    return NameTentsView(parts.identity(tailored, setting), (*known, *blank))


def badges(tailored: TailoredWorkshop, setting: Setting) -> BadgesView:
    """Make a badge for each person, and blank ones up to the end of a sheet, one sheet at least."""
    lines = list(_people(setting))
    spare = A_SHEET - len(lines) % A_SHEET
    lines += [_line("")] * spare
    sheets = tuple(tuple(lines[at : at + A_SHEET]) for at in range(0, len(lines), A_SHEET))
    return BadgesView(parts.identity(tailored, setting), sheets)


def _people(setting: Setting) -> Iterable[NameLine]:
    for seats in setting.seating:
        for name, pronouns in zip_longest(seats.people, seats.pronouns, fillvalue=""):
            yield _line(name, pronouns, seats.table)


def _line(name: str, pronouns: str = "", table: str = "") -> NameLine:
    # What counts is the longest stretch that cannot be broken, and how much there is in all.
    longest = max((len(word) for word in name.split()), default=0)
    length = max(longest, len(name) // 2)
    size = next((size for size, most in _SIZES.items() if length <= most), "small")
    return NameLine(name, size, pronouns, table)
