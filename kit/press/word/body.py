"""The body of a document as Word's XML: its blocks in their sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.press.word.content import NextSheet, Paragraph, Table
from kit.press.word.styles import TINT
from kit.press.word.table_looks import LOOKS, borders, margins, rule
from kit.press.word.xml import NAMESPACES, points, style_id, twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.press.word.content import Block, Cell, Manuscript, Row
    from kit.press.word.paragraphs import ParagraphWriter
    from kit.press.word.table_looks import Look


@dataclass(frozen=True, slots=True)
class BodyWriter:
    """Writes the body of one document; `heads` are the references to its running heads and feet."""

    paragraphs: ParagraphWriter
    heads: str

    def xml(self, manuscript: Manuscript) -> str:
        """Write the body."""
        sections = _sections(manuscript.blocks)
        parts = []
        for position, blocks in enumerate(sections):
            properties = self._section(manuscript, first=position == 0)
            if position == len(sections) - 1:
                parts.append(self._blocks(blocks) + properties)
            else:
                parts.append(self._blocks(blocks, end=properties))
        return f"<w:body {NAMESPACES}>{''.join(parts)}</w:body>"

    def _section(self, manuscript: Manuscript, *, first: bool) -> str:
        page = manuscript.page
        above, below = max(page.top - 8, 3), max(page.bottom - 10, 3)
        kind = "" if first else '<w:type w:val="oddPage"/>'
        heads = self.heads if first else ""
        title = "<w:titlePg/>" if first and page.running_heads else ""
        orient = ' w:orient="landscape"' if page.width > page.height else ""
        return (
            f"<w:sectPr>{heads}{kind}"
            f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{orient}/>'
            f'<w:pgMar w:top="{twips(page.top)}" w:bottom="{twips(page.bottom)}" '
            f'w:left="{twips(page.inside)}" w:right="{twips(page.outside)}" '
            f'w:header="{twips(above)}" w:footer="{twips(below)}" '
            'w:gutter="0"/>'
            f"{title}</w:sectPr>"
        )

    def _blocks(self, blocks: Sequence[Block], *, end: str = "", inside: bool = False) -> str:
        """Write blocks; a table is followed by a space, which also keeps it from the next table."""
        parts: list[str] = []
        last = len(blocks) - 1
        for position, block in enumerate(blocks):
            closing = end if position == last else ""
            new_page = position > 0 and not inside
            if isinstance(block, Paragraph):
                begins = block.new_page and new_page
                parts.append(self.paragraphs.xml(block, new_page=begins, end_of_section=closing))
            elif isinstance(block, Table):
                if block.new_page and new_page:
                    parts.append(self._space(1, new_page=True))
                parts.append(self._table(block))
                space = 1 if inside and position == last else LOOKS[block.look].space * block.scale
                follows = blocks[position + 1] if position < last else None
                if isinstance(follows, Paragraph) and follows.new_page and not inside:
                    continue  # a space of its own might come to stand on a page of its own
                parts.append(self._space(space, end=closing, keep=block.keep))
        return "".join(parts)

    def _space(
        self, height: float, *, new_page: bool = False, end: str = "", keep: bool = False
    ) -> str:
        page = f"{'<w:keepNext/>' if keep else ''}{'<w:pageBreakBefore/>' if new_page else ''}"
        spacing = f'<w:spacing w:line="{max(20, points(height))}" w:lineRule="exact"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="Space"/>{page}{spacing}{end}</w:pPr></w:p>'

    def _table(self, table: Table) -> str:
        look = LOOKS[table.look]
        own = small = ""
        if table.scale != 1:
            own, small = borders(look, fine=True), margins(look, table.scale)
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{style_id(look.title)}"/>'
            f'<w:tblW w:w="{twips(sum(table.widths))}" w:type="dxa"/>'
            f'<w:tblInd w:w="{twips(table.indent)}" w:type="dxa"/>'
            f'{own}<w:tblLayout w:type="fixed"/>{small}</w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in table.widths)
        rows = "".join(self._row(row, table, look) for row in table.rows)
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, row: Row, table: Table, look: Look) -> str:
        height = ""
        if row.height:
            kind = "exact" if row.exact else "atLeast"
            height = f'<w:trHeight w:val="{twips(row.height)}" w:hRule="{kind}"/>'
        head = "<w:tblHeader/>" if row.head else ""
        whole = "" if table.look == "bare" and not row.height else "<w:cantSplit/>"
        cells, column = [], 0
        for cell in row.cells:
            width = sum(table.widths[column : column + cell.span])
            column += cell.span
            cells.append(self._cell(cell, width, look, head=row.head))
        return f"<w:tr><w:trPr>{whole}{height}{head}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell(self, cell: Cell, width: float, look: Look, *, head: bool) -> str:
        edges = []
        if cell.edges == "top":
            edges.append(rule("top", 0.75))
        if cell.edges == "sides":
            edges.append(rule("left", 0.75))
        if head and look.under_head:
            edges.append(rule("bottom", look.under_head))
        if cell.edges == "sides":
            edges.append(rule("right", 0.75))
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        ruled = f"<w:tcBorders>{''.join(edges)}</w:tcBorders>" if edges else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>' if cell.shaded else ""
        upright = "bottom" if head else "center" if look.middle else "top"
        properties = (
            f'<w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{ruled}{shade}'
            f'<w:vAlign w:val="{upright}"/></w:tcPr>'
        )
        blocks = cell.blocks or (Paragraph("Table Text"),)
        return f"<w:tc>{properties}{self._blocks(blocks, inside=True)}</w:tc>"


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Divide blocks where a new sheet of paper begins; there are no empty sections."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, NextSheet):
            if sections[-1]:
                sections.append([])
        else:
            sections[-1].append(block)
    return [section for section in sections if section] or [[]]
