"""What stands beside each other on the kit's pages, and in Word in tables or at tab stops."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.press.word.content import Break, Cell, Paragraph, Row, Tab, Table, Text
from kit.press.word.page_tree import Element
from kit.press.word.placing import joined
from kit.press.word.rules import MARGIN_COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.press.word.blocks import BlockReader
    from kit.press.word.content import Block, Inline
    from kit.press.word.placing import Place

_GAP = 5.0
"""Millimetres between two sides."""
_SIGNED = (62.0, 4.0, 34.0)
"""Percent: a signature's line, the gap, and the line for its date."""


def side_by_side(element: Element, place: Place, reader: BlockReader) -> tuple[Block, ...]:
    """Set some of an element's children beside the others; headers above both."""
    sides = [child.rules["side"] for child in element.children if "side" in child.rules]
    if not sides:
        return reader.inside(element, place)
    name, width = sides[0]
    width *= place.scale
    gap = _GAP * place.scale
    widths = {name: width, _other(name): place.width - width - gap}
    above: list[Block] = []
    held: dict[str, list[Block]] = {"left": [], "right": []}
    for child in element.children:
        if child.tag == "header":
            above += reader.block(child, place)
        else:
            side = name if "side" in child.rules else _other(name)
            held[side] += reader.block(child, place.cell(widths[side]))
    cells = (Cell(tuple(held["left"])), _empty(place), Cell(tuple(held["right"])))
    columns = (widths["left"], gap, widths["right"])
    return *above, Table("bare", columns, (Row(cells),), place.indent, place.scale)


def _other(side: str) -> str:
    return "left" if side == "right" else "right"


def numbered_heading(element: Element, place: Place, reader: BlockReader) -> tuple[Block, ...]:
    """Set a heading with its number or label before it; what follows them stands in the column."""
    label: tuple[Inline, ...] = ()
    found: list[Block] = []
    for child in element.children:
        if {"case-label", "activity-number"} & child.classes:
            label = tuple(
                Text(" · ", style="Number") if isinstance(each, Break) else each
                for each in reader.line([child], place)
            )
        elif child.tag in {"h2", "h3"}:
            heading = reader.block(child, place)[0]
            assert isinstance(heading, Paragraph)  # noqa: S101 - what a heading is read to
            found.append(replace(heading, inlines=(*label, Tab(), *heading.inlines)))
            label = ()
        else:
            found += reader.block(child, place.indented(MARGIN_COLUMN))
    alone = (Paragraph(place.style, label, place.indent, place.scale),) if label else ()
    return *alone, *found


def two_columns(items: Iterable[tuple[Block, ...]], place: Place) -> tuple[Block, ...]:
    """Set a list in two columns, from left to right."""
    all_items = list(items)
    rows = []
    for left, right in zip(all_items[::2], [*all_items[1::2], ()], strict=False):
        cells = [Cell(tuple(_at_edge(block) for block in blocks)) for blocks in (left, right)]
        rows.append(Row(tuple(cells)))
    return (
        Table("bare", (place.width / 2, place.width / 2), tuple(rows), place.indent, place.scale),
    )


def _at_edge(block: Block) -> Block:
    return replace(block, indent=0.0) if isinstance(block, (Paragraph, Table)) else block


def cards(element: Element, place: Place, reader: BlockReader) -> tuple[Block, ...]:
    """Set one or two cards below each other, each on its half of the page."""
    inner = place.cell(place.width - 4)
    half = reader.height / 2 - 1
    rows = tuple(
        Row((Cell(reader.block(child, inner)),), height=half) for child in element.children
    )
    return (Table("cards", (place.width,), rows, new_page=True),)


def quarters(element: Element, place: Place, reader: BlockReader) -> tuple[Block, ...]:
    """Set four cards on a page, to be cut in a cross."""
    half = place.width / 2
    cards = [Cell(reader.block(child, place.cell(half - 14))) for child in element.children]
    rows = [
        Row((left, right), height=reader.height / 2 - 1)
        for left, right in zip(cards[::2], [*cards[1::2], Cell(())], strict=False)
    ]
    return (Table("quarters", (half, half), tuple(rows), new_page=True),)


def with_pairs(element: Element, place: Place, reader: BlockReader) -> tuple[Block, ...]:
    """Read an element in which lines to write on stand in twos."""
    found: list[Block] = []
    line: list[str | Element] = []
    pair: list[Element] = []
    for node in element.nodes:
        if isinstance(node, Element) and {"half", "signature"} & node.classes:
            pair.append(node)
            if len(pair) == 2:  # noqa: PLR2004 - a pair
                found.append(_pair(pair, place, reader))
                pair = []
        elif isinstance(node, Element) and node.tag in {"p", "div", "h3", "table", "ul", "ol"}:
            found += reader.paragraph(line, place)
            line = []
            found += reader.block(node, place)
        else:
            line.append(node)
    if pair:
        found.append(_pair(pair, place, reader))
    return (*joined(found), *reader.paragraph(line, place))


def _pair(pair: Sequence[Element], place: Place, reader: BlockReader) -> Table:
    """Set one or two pieces beside each other: signatures with their dates, or labeled lines."""
    if "signature" in pair[0].classes:
        cells: list[Cell] = []
        widths: list[float] = []
        half = place.width * 0.48
        for position, piece in enumerate(pair):
            if position:
                cells.append(_empty(place))
                widths.append(place.width * 0.04)
            signed, *rest = [reader.block(child, place.cell(half)) for child in piece.children]
            dated = tuple(block for blocks in rest for block in blocks)
            cells += [Cell(signed, edges="top"), _empty(place), Cell(dated, edges="top")]
            widths += [half * share / 100 for share in _SIGNED]
        spaces = tuple(_empty(place) for _ in cells)
        rows = (Row(spaces, 12 * place.scale, exact=True), Row(tuple(cells)))
        return Table("bare", tuple(widths), rows, place.indent, place.scale)
    shares = (0.57, 0.05, 0.38)
    halves = [reader.inside(piece, place.cell(place.width * 0.36)) for piece in pair]
    filled = [Cell(halves[0]), _empty(place), Cell(halves[1] if len(halves) > 1 else ())]
    widths_of_halves = tuple(place.width * share for share in shares)
    return Table("bare", widths_of_halves, (Row(tuple(filled)),), place.indent, place.scale)


def _empty(place: Place) -> Cell:
    return Cell((Paragraph("Table Text", scale=place.scale),))
