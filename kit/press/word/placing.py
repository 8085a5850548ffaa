"""Where a block stands: its style, its edge, its width; and blocks moved as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.press.word.content import Paragraph, Tab, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kit.press.word.content import Block, Cell, ListPlace, Row


@dataclass(frozen=True, slots=True)
class Place:
    """A column of text: its style, left edge and width in millimetres, and its scale.

    `left` is how far the text of the list around is from that edge.
    """

    width: float
    style: str = "Body Text"
    indent: float = 0.0
    left: float = 0.0
    scale: float = 1.0

    def indented(self, by: float) -> Place:
        """Give the column that begins so many millimetres further to the right."""
        by *= self.scale
        return replace(self, indent=self.indent + by, width=self.width - by)

    def cell(self, width: float) -> Place:
        """Give the column in a cell of a table."""
        return replace(self, indent=0.0, left=0.0, width=width)


def joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Let a paragraph that ends with a tab run into the next one, whose style it takes."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if (
            isinstance(last, Paragraph)
            and isinstance(block, Paragraph)
            and last.inlines
            and last.inlines[-1] == Tab()
        ):
            anchors = last.anchors + block.anchors
            found[-1] = replace(block, inlines=last.inlines + block.inlines, anchors=anchors)
        else:
            found.append(block)
    return tuple(found)


def as_item(blocks: Iterable[Block], item: ListPlace) -> tuple[Block, ...]:
    """Make blocks an item of a list that begins at `item.left`: the first of them gets its mark."""
    found: list[Block] = []
    text = item.left + item.hanging
    for block in blocks:
        if isinstance(block, Table):
            block = replace(block, indent=block.indent + text)  # noqa: PLW2901
        elif isinstance(block, Paragraph) and block.item is None:
            place = replace(item, left=text)
            if found:
                place = replace(place, mark="", hanging=0.0)
            block = replace(block, item=place)  # noqa: PLW2901
        found.append(block)
    return tuple(found)


def with_anchor(blocks: tuple[Block, ...], anchor: str) -> tuple[Block, ...]:
    """Put a bookmark at the beginning of blocks."""
    return _first(blocks, lambda block: replace(block, anchors=(anchor, *block.anchors)))


def kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Keep paragraphs with what follows them."""
    return tuple(
        replace(block, keep=True) if isinstance(block, Paragraph) else block for block in blocks
    )


def held(blocks: tuple[Block, ...], *, with_next: bool) -> tuple[Block, ...]:
    """Keep blocks on one page, tables with all in them; with what follows them, too, or not."""
    if not blocks:
        return ()
    last = _held(blocks[-1]) if with_next else blocks[-1]
    if isinstance(last, Paragraph) and not with_next:
        last = replace(last, keep=False)
    return *(_held(block) for block in blocks[:-1]), last


def _held(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, keep=True)
    if isinstance(block, Table):
        rows = (
            replace(row, cells=tuple(_held_cell(cell) for cell in row.cells)) for row in block.rows
        )
        return replace(block, rows=tuple(rows), keep=True)
    return block


def _held_cell(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(_held(block) for block in cell.blocks))


def with_space(blocks: tuple[Block, ...], after: float) -> tuple[Block, ...]:
    """Let points of space follow blocks; a table has space of its own behind it."""
    if blocks and isinstance(last := blocks[-1], Paragraph):
        return *blocks[:-1], replace(last, after=max(last.after, after))
    return blocks


def on_new_page(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Let blocks begin on a new page."""
    if blocks and isinstance(blocks[0], Table):
        return replace(blocks[0], new_page=True), *blocks[1:]
    return _first(blocks, lambda block: replace(block, new_page=True))


def _first(
    blocks: tuple[Block, ...], change: Callable[[Paragraph], Paragraph]
) -> tuple[Block, ...]:
    """Change the first paragraph of blocks, in a table's first cell too."""
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            return *blocks[:position], change(block), *blocks[position + 1 :]
        if isinstance(block, Table):
            changed = replace(block, rows=_first_in_rows(block.rows, change))
            return *blocks[:position], changed, *blocks[position + 1 :]
    return blocks


def _first_in_rows(
    rows: tuple[Row, ...], change: Callable[[Paragraph], Paragraph]
) -> tuple[Row, ...]:
    row, *others = rows
    cell, *beside = row.cells
    cell = replace(cell, blocks=_first(cell.blocks, change))
    return replace(row, cells=(cell, *beside)), *others
