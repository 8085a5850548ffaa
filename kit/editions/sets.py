"""Sets of cards: one for each group, with a letter on each card, so that they can be told apart."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from kit.editions.copies import copies, tables_for

if TYPE_CHECKING:
    from kit.definitions.preparation import Per
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

_LETTERS: Final = len(ascii_uppercase)


def letters_for(per: Per, tailored: TailoredWorkshop, setting: Setting) -> tuple[str, ...]:
    """Give a letter for each group that gets a set: A to Z, then AA, AB and so on."""
    group = tailored.workshop.group
    participants = setting.participants or group.ideal
    return tuple(letter(number) for number in range(copies(per, 1, 0, participants, group)))


def letters_of_tables(tailored: TailoredWorkshop, setting: Setting) -> tuple[str, ...]:
    """Give a letter for each table: of the seating where there is one, else of the group."""
    group = tailored.workshop.group
    count = len(setting.seating) or tables_for(setting.participants or group.ideal, group.at_table)
    return tuple(letter(number) for number in range(count))


def letter(number: int) -> str:
    """Give the letter of a set by its number, the first of which is 0."""
    before, last = divmod(number, _LETTERS)
    return (letter(before - 1) if before else "") + ascii_uppercase[last]
