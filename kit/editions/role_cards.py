"""Cards for a role play: what each of the players reads, a set with a letter for each three.

They are eight a sheet where all texts of a set are that short. Longer ones are two a sheet, and
briefs have one to themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kit.definitions.blocks.checklist import ChecklistBlock
from kit.definitions.blocks.text import TextBlock
from kit.definitions.preparation import Per
from kit.editions import parts
from kit.editions.plain import for_participants
from kit.editions.sets import letters_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.definitions.blocks import Block
    from kit.editions.identity import Identity
    from kit.editions.plain import Plain
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

Size = Literal["small", "half", "whole"]
A_SHEET: Final[dict[Size, int]] = {"small": 8, "half": 2, "whole": 1}

_SMALL_POINTS: Final = (12.0, 11.0, 10.5, 10.0, 9.5)
"""Sizes of type for an eighth of a sheet, the best one first; a smaller one nobody reads gladly."""
_SMALL: Final = (91.0, 49.0)
"""Millimeters of width and height that an eighth of a sheet has below its title."""
_INDENT: Final = 6.0
"""Millimeters before the words of an item, or before what is ticked."""
_LETTER: Final = 0.43 * 0.3528
"""Millimeters of a letter of the sans serif at one point, on average."""
_LEADING: Final = 1.24 * 0.3528
"""Millimeters of a line at one point."""
_SPACE: Final = 0.3
"""Space after a paragraph or an item, as a part of a line."""
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
    """The cards by sheet, set after set; `size` is that of all cards of a sheet.

    `points` are those of the words on the small ones.
    """

    identity: Identity
    points: float
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
    points = min(_points(block) for block in blocks)
    sizes: list[Size] = _sizes(blocks, is_large=setting.large, is_short=points > 0)
    plain = [for_participants(block, tailored.scales) for block in blocks]
    letters = letters_for(Per.TRIAD, tailored, setting)[: 1 if setting.large else None]
    return RoleCardsView(
        identity=parts.identity(tailored, setting),
        points=points,
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


def _sizes(blocks: Sequence[Block], *, is_large: bool, is_short: bool) -> list[Size]:
    """Choose the size of each card: small ones only where all are, so that a set looks like one."""
    if is_large:
        return ["whole"] * len(blocks)
    if is_short:
        return ["small"] * len(blocks)
    return ["whole" if _is_brief(block) else "half" for block in blocks]


def _points(block: Block) -> float:
    """Give the largest size of type at which a block fits on a small card; 0 where it does not."""
    if isinstance(block, TextBlock):
        lines = [line for each in _paragraphs(block) for line in _flowing(each)]
    elif isinstance(block, ChecklistBlock) and block.columns == 1 and not block.blank:
        lines = [*_paragraphs(block), *(f"- {option}" for option in block.options)]
    else:
        return 0  # What is filled in needs room for a hand.
    across, down = _SMALL
    for points in _SMALL_POINTS:
        rows = 0.0
        for line in lines:
            room = across - (_INDENT if _is_item(line) else 0)
            letters = len(line.replace("**", "").removeprefix("- "))
            rows += -(-letters * _LETTER * points // room) + _SPACE
        if rows * _LEADING * points <= down:
            return points
    return 0


def _paragraphs(block: TextBlock | ChecklistBlock) -> list[str]:
    return f"{block.instruction or ''}\n\n{block.text or ''}".strip().split("\n\n")


def _is_brief(block: Block) -> bool:
    """Say whether a text is longer than a card: a brief, which has a sheet of its own."""
    if not isinstance(block, TextBlock):
        return False
    paragraphs = _paragraphs(block)
    lines = [line for each in paragraphs for line in _flowing(each)]
    return sum(-(-len(line) // _LINE) for line in lines) + 0.6 * len(paragraphs) > _HALF_LINES


def _flowing(paragraph: str) -> list[str]:
    """Give the lines of a paragraph as they are set: an item of a list begins one, others flow."""
    lines: list[str] = []
    for line in paragraph.splitlines():
        if _is_item(line) or not lines:
            lines.append(line.strip())
        else:
            lines[-1] += f" {line.strip()}"
    return lines


def _is_item(line: str) -> bool:
    return line.lstrip().startswith(("- ", "* ")) or line.lstrip()[:1].isdigit()
