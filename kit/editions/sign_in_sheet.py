"""The sheet that people sign at the door: names where they are known, and lines to write on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from kit.editions import parts
from kit.editions.copies import with_spares
from kit.reading.plain_name import without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.editions.identity import Identity
    from kit.editions.setting import Seats, Setting
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
_ROLE: Final = 40
"""So many letters of a role stand on two rows of its column; who has a longer one writes it."""


class SignInLine(NamedTuple):
    """A line: its number, and the name and role of a person where they are known."""

    number: int
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class SignInSheetView:
    """The pages, each with its lines; `height` is that of a line in millimeters."""

    identity: Identity
    pages: tuple[tuple[SignInLine, ...], ...]
    height: float


def view(tailored: TailoredWorkshop, setting: Setting) -> SignInSheetView:
    """Make lines for everyone who is expected and some for those who are not, as many a page."""
    # People look for their letter: one with a mark stands with those without.
    people = sorted(
        (person for seats in setting.seating for person in _people(seats)),
        key=lambda person: without_marks(person[0]),
    )
    expected = len(people) or setting.participants or tailored.workshop.group.ideal
    needed = max(expected + FEWEST_SPARE, with_spares(expected, SPARE))
    pages = -(-needed // A_PAGE)
    a_page = -(-needed // pages)
    count = pages * a_page
    known = [SignInLine(at, name, role) for at, (name, role) in enumerate(people, 1)]
    lines = known + [SignInLine(at) for at in range(len(known) + 1, count + 1)]
    return SignInSheetView(
        identity=parts.identity(tailored, setting),
        pages=tuple(tuple(lines[at : at + a_page]) for at in range(0, count, a_page)),
        height=min(_TALLEST, round(_HEIGHT / a_page, 1)),
    )


def _people(seats: Seats) -> Iterator[tuple[str, str]]:
    for name, role in zip_longest(seats.people, seats.roles, fillvalue=""):
        yield name, role if name and len(role) <= _ROLE else ""
