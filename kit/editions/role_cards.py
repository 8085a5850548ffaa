"""Cards for a role play: what each of the players reads, a set with a letter for each three."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kit.definitions.blocks.text import TextBlock
from kit.definitions.preparation import Per
from kit.editions import parts
from kit.editions.plain import for_participants, texts_in
from kit.editions.sets import letters_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.definitions.blocks import Block
    from kit.editions.plain import Plain
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

Size = Literal["small", "half", "whole"]
A_SHEET: Final[dict[Size, int]] = {"small": 8, "half": 2, "whole": 1}

_SMALL_LETTERS: Final = 260
"""What an eighth of a sheet takes of a text, in letters."""
_HALF_LINES: Final = 14
"""What half a sheet takes of a text, in lines."""
_LINE: Final = 85
"""Letters of a line of half a sheet."""


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What one player reads: a block of a worksheet, and the letter of its set."""

    letter: str
    block: Plain


@dataclass(frozen=True, slots=True)
class RoleCardsView:
    """The cards by sheet, set after set; `size` is that of all cards of a sheet."""

    identity: parts.Identity
    sheets: tuple[tuple[Size, tuple[RoleCard, ...]], ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> RoleCardsView | None:
    """Make the cards, or None where no sheet of this length is printed as cards."""
    blocks = [
        block
        for worksheet in tailored.worksheets
        for block in worksheet.blocks
        if block.id in worksheet.cards
    ]
    if not blocks:
        return None
    sizes: list[Size] = ["whole"] * len(blocks) if setting.large else _sizes(blocks)
    plain = [for_participants(block, tailored.scales) for block in blocks]
    letters = letters_for(Per.TRIAD, tailored, setting)[: 1 if setting.large else None]
    return RoleCardsView(
        identity=parts.identity(tailored, setting),
        sheets=tuple(
            sheet
            for size, a_sheet in A_SHEET.items()
            for sheet in _sheets(
                size,
                [
                    RoleCard(letter, block)
                    for letter in letters
                    for block, its_size in zip(plain, sizes, strict=True)
                    if its_size == size
                ],
                a_sheet,
            )
        ),
    )


def _sheets(
    size: Size, cards: Sequence[RoleCard], a_sheet: int
) -> Iterator[tuple[Size, tuple[RoleCard, ...]]]:
    # Sets follow each other without a gap: the letters keep them apart, and paper is saved.
    for at in range(0, len(cards), a_sheet):
        yield size, tuple(cards[at : at + a_sheet])


def _sizes(blocks: Sequence[Block]) -> list[Size]:
    """Choose the size of each card: small ones only where all are, so that a set looks like one."""
    if all(_is_short(block) for block in blocks):
        return ["small"] * len(blocks)
    return ["whole" if _is_brief(block) else "half" for block in blocks]


def _is_short(block: Block) -> bool:
    # What is ticked or filled in needs room for a hand.
    words = " ".join(texts_in(block)).split()
    return isinstance(block, TextBlock) and len(" ".join(words)) <= _SMALL_LETTERS


def _is_brief(block: Block) -> bool:
    """Say whether a text is longer than a card: a brief, which has a sheet of its own."""
    if not isinstance(block, TextBlock):
        return False
    paragraphs = f"{block.instruction or ''}\n\n{block.text}".strip().split("\n\n")
    lines = [line for each in paragraphs for line in _flowing(each)]
    return sum(-(-len(line) // _LINE) for line in lines) + 0.6 * len(paragraphs) > _HALF_LINES


def _flowing(paragraph: str) -> list[str]:
    """Give the lines of a paragraph as they are set: an item of a list begins one, others flow."""
    lines: list[str] = []
    for line in paragraph.splitlines():
        begins = line.lstrip().startswith(("- ", "* ")) or line.lstrip()[:1].isdigit()
        if begins or not lines:
            lines.append(line.strip())
        else:
            lines[-1] += f" {line.strip()}"
    return lines
