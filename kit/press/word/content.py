"""What a Word document holds, as plain values: paragraphs, tables, and what stands in a line.

Lengths are millimetres, sizes of type points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Face = Literal["bold", "italic", "raised", "upright"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one look; `style` names a character style, `to` is a link's `#anchor` or address."""

    words: str
    faces: frozenset[Face] = frozenset()
    style: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """On to the next tab stop; `to` sets one, from the left edge of the text.

    `right`: what follows ends there. `ruled`: the way there is a line to write on.
    """

    to: float = 0.0
    right: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """On to the next line."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, on paper and on the screen."""


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page on which a bookmark stands."""

    anchor: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is embedded (PNG or JPEG), its size on paper, and what it says in words.

    Without words it is an ornament.
    """

    content: bytes
    width: float
    height: float
    words: str


Inline = Text | Tab | Break | Tick | PageOf | Picture


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The item of a list: what marks it, which list (each counts from its `start`), where it is."""

    mark: str
    number: int
    left: float
    hanging: float
    start: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a style, `indent` from the left edge of the text, in a scale of its size.

    `keep`: not parted from what follows; `after`: points of space that follow at least.
    """

    style: str
    inlines: tuple[Inline, ...] = ()
    indent: float = 0.0
    scale: float = 1.0
    item: ListPlace | None = None
    anchors: tuple[str, ...] = ()
    new_page: bool = False
    keep: bool = False
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, `span` columns wide; `edges` are drawn besides its table's rules."""

    blocks: tuple[Block, ...]
    span: int = 1
    shaded: bool = False
    edges: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a head row is repeated on each page. `exact`: its height never grows."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    head: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table by one of the looks that `tables` knows, with the widths of its columns.

    `keep`: not parted from what follows, and in one piece.
    """

    look: str
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    indent: float = 0.0
    scale: float = 1.0
    new_page: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class NextSheet:
    """The end of a section: what follows begins on the front of a sheet of paper."""


Block = Paragraph | Table | NextSheet


@dataclass(frozen=True, slots=True)
class Page:
    """A page's paper and margins in millimetres; `mirrored` for printing on both sides."""

    width: float
    height: float
    top: float
    bottom: float
    inside: float
    outside: float
    mirrored: bool = False
    running_heads: bool = True
    foot: bool = True
    is_wide: bool = False

    @property
    def text_width(self) -> float:
        """Give the width of what stands between the margins."""
        return self.width - self.inside - self.outside

    @property
    def text_height(self) -> float:
        """Give the height of what stands between the margins."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole document: its blocks, its page, and what is said of it in heads and properties."""

    blocks: tuple[Block, ...]
    page: Page
    language: str
    title: str
    subject: str
    keywords: str
    head: tuple[str, str]
    foot: str
