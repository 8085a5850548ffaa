"""The sheet that people sign at the door: names where they are known, and lines to write on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts

if TYPE_CHECKING:
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

A_PAGE: Final = 18
"""Lines that a page takes, wide enough to write on, on both papers."""


@dataclass(frozen=True, slots=True)
class SignInSheetView:
    """The pages, each with its lines: a number and, where it is known, a name."""

    identity: parts.Identity
    pages: tuple[tuple[tuple[int, str], ...], ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> SignInSheetView:
    """Make lines for everyone who is expected, and a page more for those who are not."""
    names = sorted(
        (name for seats in setting.seating for name in seats.people), key=lambda name: name.lower()
    )
    expected = len(names) or setting.participants or tailored.workshop.group.ideal
    count = (-(-expected // A_PAGE) + 1) * A_PAGE
    lines = [(at + 1, names[at] if at < len(names) else "") for at in range(count)]
    return SignInSheetView(
        identity=parts.identity(tailored, setting),
        pages=tuple(tuple(lines[at : at + A_PAGE]) for at in range(0, count, A_PAGE)),
    )
