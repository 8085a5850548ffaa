"""What stands below each other: HTML's blocks ▶ paragraphs, lists and tables."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from kit.press.word import arrangements
from kit.press.word.content import Cell, ListPlace, NextSheet, Paragraph, Row, Table
from kit.press.word.inlines import InlineReader
from kit.press.word.page_tree import Element
from kit.press.word.placing import as_item, held, joined, kept, on_new_page, with_anchor, with_space
from kit.press.word.rules import MARGIN_COLUMN
from kit.press.word.tables import height_of, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kit.press.word.content import Block, Inline, Picture
    from kit.press.word.placing import Place

_BLOCKS: Final = frozenset(
    ("address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
     "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
     "ul")
)  # fmt: skip
_PARAGRAPHS: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "pre", "summary"))


@dataclass(frozen=True, slots=True)
class BlockReader:
    """Reads a page into blocks.

    `draw` makes a picture of an element that is one, at most so many millimetres wide; `targets`
    are the ids that links lead to; `height` is that of a page's text.
    """

    draw: Callable[[Element, float], Picture | None]
    targets: frozenset[str]
    height: float
    numbers: Iterator[int] = field(default_factory=count)

    def inside(self, element: Element, place: Place) -> tuple[Block, ...]:
        """Read what an element holds: texts on their own become paragraphs."""
        found: list[Block] = []
        line: list[str | Element] = []
        for node in element.nodes:
            if isinstance(node, Element) and _is_block(node):
                found += self.paragraph(line, place)
                line = []
                found += self.block(node, place)
            else:
                line.append(node)
        found += self.paragraph(line, place)
        return joined(found)

    def block(self, element: Element, place: Place) -> tuple[Block, ...]:
        """Read one element in its own way."""
        place = replace(place, style=element.rules.get("style", place.style))
        blocks = self._set(element, place)
        if space := element.rules.get("space"):
            blocks = with_space(blocks, space * place.scale)
        if element.rules.get("keep"):
            blocks = kept(blocks)
        if how := element.rules.get("hold"):
            blocks = held(blocks, with_next=how != "together")
        anchor = element.get("id")
        return with_anchor(blocks, anchor) if anchor in self.targets else blocks

    def line(self, nodes: list[str | Element], place: Place) -> tuple[Inline, ...]:
        """Read what stands in one line."""
        return InlineReader(self.draw, self.targets, place.width).read(nodes)

    def paragraph(
        self, nodes: list[str | Element], place: Place, *, empty: bool = False
    ) -> tuple[Paragraph, ...]:
        """Make a paragraph of what stands in a line, if anything does."""
        inlines = self.line(nodes, place)
        if not inlines and not empty:
            return ()
        return (Paragraph(place.style, inlines, place.indent, place.scale),)

    def _set(self, element: Element, place: Place) -> tuple[Block, ...]:  # noqa: C901, PLR0911, PLR0912
        match element.rules.get("way"):
            case "nothing":
                return ()
            case "picture":
                style = element.rules.get("style", "Figure")
                return self.paragraph([element], replace(place, style=style))
            case "listed":
                return self._listed(element, place)
            case "table":
                return (table(element, place, self.inside),)
            case "writing line":
                return (Paragraph("Writing Line", (), place.indent, place.scale),)
            case "labeled line":
                return self.paragraph(list(element.nodes), place, empty=True)
            case "drawing box":
                return (_box((), place, height=height_of(element, place.scale)),)
            case "one line":
                return self._one_line(element, place)
            case "indented":
                inner = place.indented(MARGIN_COLUMN)
                if element.tag in _PARAGRAPHS:
                    return self.paragraph(list(element.nodes), inner)
                if element.rules.get("mark"):
                    return self._listed(element, inner)
                return self.inside(element, inner)
            case "box" | "heavy box" as way:
                return self._boxed(element, place, "box" if way == "box" else "heavy")
            case "in two columns":
                half = place.cell(place.width / 2 - 3)
                return arrangements.two_columns(self._items(element, half), place)
            case "numbered heading":
                return arrangements.numbered_heading(element, place, self)
            case "on a new page":
                return on_new_page(self.inside(element, place))
            case "on a new sheet":
                return (NextSheet(), *self.inside(element, place), NextSheet())
            case "side by side":
                return arrangements.side_by_side(element, place, self)
            case "cards":
                return arrangements.cards(element, place, self)
            case "quarters":
                return arrangements.quarters(element, place, self)
            case "with pairs":
                return arrangements.with_pairs(element, place, self)
            case "miniature":
                return self.inside(element, replace(place, style="Body Text", scale=0.27))
        if element.tag in _PARAGRAPHS:
            return self.paragraph(list(element.nodes), place)
        return self.inside(element, place)

    def _listed(self, element: Element, place: Place) -> tuple[Block, ...]:
        return tuple(block for item in self._items(element, place) for block in item)

    def _items(self, element: Element, place: Place) -> Iterator[tuple[Block, ...]]:
        mark, hanging = element.rules["mark"]
        hanging *= place.scale
        number = next(self.numbers)
        left = place.left
        style = _LIST_STYLES.get(mark, place.style) if place.style == "Body Text" else place.style
        start = element.get("start")
        first = ListPlace(mark, number, left, hanging, int(start) if start.isdigit() else 1)
        own = replace(place, style=style, left=left + hanging, width=place.width - hanging)
        for item in element.nodes:
            if isinstance(item, Element):
                yield as_item(self.block(item, own), first)
            else:
                yield self.paragraph([item], own)

    def _one_line(self, element: Element, place: Place) -> tuple[Block, ...]:
        nodes: list[str | Element] = []
        for item in element.children:
            nodes += [item, "\u2003 "]
        return self.paragraph(nodes, place)

    def _boxed(self, element: Element, place: Place, look: str) -> tuple[Block, ...]:
        inner = place.cell(place.width - 10 * place.scale)
        blocks = self.inside(element, inner)
        # A heading inside of a table is none to Word: it stands above its box.
        above = [b for b in blocks[:1] if isinstance(b, Paragraph) and b.style == "Heading 1"]
        box = _box(blocks[len(above) :], place, look=look)
        return *(replace(each, indent=place.indent) for each in above), box


_LIST_STYLES: Final = {"•": "List Bullet", "1.": "List Number"}


def _box(
    blocks: tuple[Block, ...], place: Place, *, look: str = "box", height: float = 0.0
) -> Table:
    cell = Cell(blocks or (Paragraph("Body Text", scale=place.scale),))
    row = Row((cell,), height)
    return Table(look, (place.width,), (row,), place.indent, place.scale)


def _is_block(element: Element) -> bool:
    way = element.rules.get("way")
    if way == "picture":
        return element.tag == "svg" or "logo" in element.classes
    return element.tag in _BLOCKS or way == "nothing"


def read_blocks(
    element: Element,
    place: Place,
    draw: Callable[[Element, float], Picture | None],
    targets: frozenset[str],
    height: float,
) -> tuple[Block, ...]:
    """Read a page's element into the blocks of a document whose pages hold so much text."""
    return BlockReader(draw, targets, height).inside(element, place)
