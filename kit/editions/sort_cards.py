"""Small cards to sort or to match: what the sheets list, eight a sheet, a set for each table.

In large print it is one set, four cards a sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kit.editions import parts
from kit.editions.sets import letters_of_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

A_SHEET: Final = 8
A_LARGE_SHEET: Final = 4

_LARGEST_WORD: Final = 14
"""Letters of the longest word of a name that is set large: a card is 108 mm wide."""


Kind = Literal["name", "long-name", "text", "long-text", "full-text", "blank"]
"""What is on a card, and how large it can be set."""

_LONG: Final = 150
_FULL: Final = 260
"""Letters from which a text is set smaller, and small."""


@dataclass(frozen=True, slots=True)
class SortCard:
    """One card: a name, something to match with it or to sort, or nothing yet, to write on.

    `letter` is that of its set; `about` says what it belongs to, so that two decks that lie on one
    table can be parted.
    """

    letter: str
    about: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class SortCardsView:
    """The cards by sheet, set after set; the last sheet of a set is filled up with blank ones."""

    identity: Identity
    sheets: tuple[tuple[SortCard, ...], ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> SortCardsView | None:
    """Make the cards, or None where no sheet of this length has something to sort."""
    deck = tuple(_deck(tailored))
    if not deck:
        return None
    letters = letters_of_tables(tailored, setting)[: 1 if setting.large else None]
    sheets = tuple(
        sheet
        for letter in letters
        for sheet in _sheets([SortCard(letter, *card) for card in deck], letter, setting)
    )
    return SortCardsView(parts.identity(tailored, setting), sheets)


def _deck(tailored: TailoredWorkshop) -> Iterator[tuple[str, Kind, str]]:
    """Give the cards of one set: of each block first the names, then what goes with them."""
    for worksheet in tailored.worksheets:
        for block in worksheet.blocks:
            if block.id not in worksheet.sort:
                continue
            about = block.title or worksheet.title
            names = [entry.name for entry in block.to_sort if entry.name]
            kind: Kind = "long-name" if _is_long(names) else "name"
            yield from ((about, kind, name) for name in names)
            # In the order of the alphabet, so that a new stack does not lie in pairs already.
            texts = sorted({entry.text for entry in block.to_sort}, key=_by_letters)
            yield from ((about, _kind_of(text), text) for text in texts)


def _is_long(names: Iterable[str]) -> bool:
    return any(len(word) > _LARGEST_WORD for name in names for word in name.split())


def _kind_of(text: str) -> Kind:
    if len(text) > _FULL:
        return "full-text"
    return "long-text" if len(text) > _LONG else "text"


def _by_letters(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def _sheets(cards: list[SortCard], letter: str, setting: Setting) -> Iterator[tuple[SortCard, ...]]:
    a_sheet = A_LARGE_SHEET if setting.large else A_SHEET
    missing = -len(cards) % a_sheet
    full = [*cards, *[SortCard(letter, "", "blank", "")] * missing]
    for at in range(0, len(full), a_sheet):
        yield tuple(full[at : at + a_sheet])
