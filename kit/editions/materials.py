"""What to print or to bring besides the packet's documents, with its number for a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.copies import copies

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.definitions.preparation import Material
    from kit.editions.setting import Setting
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class PrintLine:
    """Something to print or to bring, with the number for this group."""

    item: str
    rule: str
    copies: int


def print_lines(
    tailored: TailoredWorkshop, participants: int, setting: Setting
) -> tuple[PrintLine, ...]:
    """Count what the workshop needs for so many participants."""
    sheets, words = parts.sheet_numbers(tailored), setting.words
    return tuple(
        PrintLine(
            item=_item(material, sheets, words),
            rule=_rule(material, words),
            copies=copies(
                material.per,
                material.number,
                material.spare,
                participants,
                tailored.workshop.group,
                instructors=setting.instructors,
            ),
        )
        for material in tailored.materials
    )


def _item(material: Material, sheets: Mapping[str, int], words: Words) -> str:
    if material.worksheet is None or material.worksheet not in sheets:
        return material.item
    return f"{material.item} ({words('sheet', n=sheets[material.worksheet])})"


def _rule(material: Material, words: Words) -> str:
    rule = words(f"rule_{material.per}", n=material.number)
    return f"{rule}, {words('rule_spare', n=material.spare)}" if material.spare else rule
