"""The sheet that people sign at the door: names where they are known, and lines to write on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.copies import with_spares
from kit.reading.plain_name import without_marks

if TYPE_CHECKING:
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

A_PAGE: Final = 16
"""Lines that a page takes, tall enough to sign on, on both papers."""
SPARE: Final = 10
"""In percent: lines for those who come without being expected."""
FEWEST_SPARE: Final = 3
"""So many of them there are at least."""
_HEIGHT: Final = 140.0
_TALLEST: Final = 12.0
"""Millimeters that the lines of a page share, and the most that one of them needs."""


@dataclass(frozen=True, slots=True)
class SignInSheetView:
    """The pages, each with its lines: a number and, where it is known, a name.

    `height` is that of a line in millimeters.
    """

    identity: parts.Identity
    pages: tuple[tuple[tuple[int, str], ...], ...]
    height: float


def view(tailored: TailoredWorkshop, setting: Setting) -> SignInSheetView:
    """Make lines for everyone who is expected and some for those who are not, as many a page."""
    # People look for their letter: one with a mark stands with those without.
    names = sorted((name for seats in setting.seating for name in seats.people), key=without_marks)
    expected = len(names) or setting.participants or tailored.workshop.group.ideal
    needed = max(expected + FEWEST_SPARE, with_spares(expected, SPARE))
    pages = -(-needed // A_PAGE)
    a_page = -(-needed // pages)
    count = pages * a_page
    lines = [(at + 1, names[at] if at < len(names) else "") for at in range(count)]
    return SignInSheetView(
        identity=parts.identity(tailored, setting),
        pages=tuple(tuple(lines[at : at + a_page]) for at in range(0, count, a_page)),
        height=min(_TALLEST, round(_HEIGHT / a_page, 1)),
    )
