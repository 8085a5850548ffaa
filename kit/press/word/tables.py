"""HTML's tables: the widths of their columns, their rows and cells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.press.word.content import Cell, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kit.press.word.content import Block
    from kit.press.word.page_tree import Element
    from kit.press.word.placing import Place

    Read = Callable[[Element, Place], tuple[Block, ...]]

_HEIGHT = re.compile(r"height:\s*calc\(\s*([0-9.]+)\s*\*")
_PERCENT = re.compile(r"width:\s*([0-9.]+)%")
_PADDING = 3.0
"""Millimetres on both sides of a cell's text, together."""


def table(element: Element, place: Place, read: Read) -> Table:
    """Read a table; `read` gives what stands in a cell."""
    rows = list(_rows(element))
    total = 120.0 * place.scale if "zero-to-ten" in element.classes else place.width
    widths = _widths(element, rows, total, place.scale)
    return Table(
        look=element.rules["look"],
        widths=widths,
        rows=tuple(_row(row, widths, place, read, head=head) for row, head in rows),
        indent=place.indent,
        scale=place.scale,
    )


def height_of(element: Element, scale: float) -> float:
    """Read a height that a style attribute gives in the sheet's millimetres; 0 without one."""
    found = _HEIGHT.search(element.get("style"))
    return float(found[1]) * scale if found else 0.0


def _rows(element: Element) -> Iterator[tuple[Element, bool]]:
    for child in element.children:
        if child.tag == "tr":
            yield child, False
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from ((row, child.tag == "thead") for row in child.children if row.tag == "tr")


def _row(
    row: Element,
    widths: Sequence[float],
    place: Place,
    read: Read,
    *,
    head: bool,
) -> Row:
    cells, column = [], 0
    for cell in row.children:
        span = _span(cell)
        width = sum(widths[column : column + span])
        column += span
        style = cell.rules.get("style", "Table Text")
        within = replace(place.cell(max(width - _PADDING * place.scale, 1.0)), style=style)
        blocks = read(cell, within) or (Paragraph(style, scale=place.scale),)
        if "with-room" in cell.classes:
            blocks = (*blocks, Paragraph(style, scale=place.scale))
        shaded = "protected" in row.classes or (head and style == "Fill Head")
        edges = "sides" if "gap" in cell.classes else ""
        cells.append(Cell(blocks, span, shaded, edges))
    height = height_of(row, place.scale) or row.rules.get("height", 0.0) * place.scale
    return Row(tuple(cells), height, head)


def _span(cell: Element) -> int:
    given = cell.get("colspan")
    return max(1, int(given)) if given.isdigit() else 1


def _widths(
    element: Element, rows: Sequence[tuple[Element, bool]], total: float, scale: float
) -> tuple[float, ...]:
    """Give each column its width: as rules and template say, and what is left in equal parts."""
    columns = list(element.find("col"))
    if not columns and rows:
        columns = [cell for cell in rows[0][0].children for _ in range(_span(cell))]
    given = [_width(column, total, scale) for column in columns]
    known = sum(width for width in given if width is not None)
    free = sum(width is None for width in given)
    share = max((total - known) / free, total * 0.05) if free else 0.0
    widths = [share if width is None else width for width in given]
    whole = sum(widths) or 1.0
    return tuple(width * total / whole for width in widths)


def _width(column: Element, total: float, scale: float) -> float | None:
    written = _PERCENT.search(column.get("style"))
    if written:
        return total * float(written[1]) / 100
    if "share" in column.rules:
        return total * float(column.rules["share"]) / 100
    if "width" in column.rules:
        return float(column.rules["width"]) * scale
    return None
