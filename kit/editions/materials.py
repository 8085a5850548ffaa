"""What to print or to bring besides the packet's documents, with its number for a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.copies import copies

if TYPE_CHECKING:
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class PrintLine:
    """Something to print or to bring, with the number for this group."""

    item: str
    rule: str
    copies: int


def print_lines(tailored: TailoredWorkshop, participants: int) -> tuple[PrintLine, ...]:
    """Count what the workshop needs for so many participants."""
    rules = {
        "participant": "per participant",
        "table": "per table",
        "triad": "per group of three",
        "instructor": "per instructor",
        "room": "for the room",
    }
    sheets = parts.sheet_numbers(tailored)
    return tuple(
        PrintLine(
            item=material.item
            + (f" (Sheet {sheets[material.worksheet]})" if material.worksheet in sheets else ""),
            rule=f"{material.number} {rules[material.per]}"
            + (f", {material.spare}% spare" if material.spare else ""),
            copies=copies(
                material.per,
                material.number,
                material.spare,
                participants,
                tailored.workshop.group,
            ),
        )
        for material in tailored.materials
    )
