"""What stands where on the pages: text, frames and drawings, in reading order.

Lengths are the engine's pixels, 96 an inch, from the paper's upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MM = 96 / 25.4
"""Pixels in a millimetre."""

Key = tuple[int, str]
"""Names an element, or what a style puts before or after it."""


class Limit(NamedTuple):
    """A box of a fixed height, and between which edges its text may stand."""

    part: Part
    top: float
    bottom: float


@dataclass(slots=True, eq=False)
class Part:
    """What one page shows of an element: a paragraph, a card, a section.

    `continued`: it began on an earlier page. `starts_page`, `ends_page`: a style makes it begin or
    end a page. `leads`: it has to stay with what follows, as headings do. `limits` are the boxes of
    a fixed height that it stands in, `measured` those of what is placed in it absolutely. `right`
    is its edge.
    """

    key: Key
    within: Part | None = None
    continued: bool = False
    starts_page: bool = False
    ends_page: bool = False
    leads: bool = False
    heading: bool = False
    fixed: bool = False
    limits: tuple[Limit, ...] = ()
    measured: tuple[Limit, ...] = ()
    right: float = 0.0

    def chain(self) -> Iterator[Part]:
        """Give the part and all that hold it, nearest first."""
        part: Part | None = self
        while part is not None:
            yield part
            part = part.within


class Mark(NamedTuple):
    """Something that is printed: a line of text with its words, or a frame or drawing without."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    part: Part


@dataclass(slots=True, eq=False)
class Sheet:
    """One page: what stands on it, and what in its margins.

    The text runs between `top` and `bottom`. `blank`: it was left empty to reach a right-hand page.
    `begun`: a style begins the page, not the end of the one before. `runs` are the words of both
    once more, each stretch of them with its own edges, without what a style turns or moves.
    """

    number: int
    width: float
    height: float
    top: float
    bottom: float
    blank: bool = False
    name: str = ""
    begun: bool = True
    marks: list[Mark] = field(default_factory=list)
    in_margins: list[Mark] = field(default_factory=list)
    runs: list[Mark] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Sheets:
    """All pages of a document; the heading of each part that has one, by its key.

    `blank` is the sentence with which the document says that a page is blank on purpose. `large`:
    it is in large print, where a text that is written for the usual size takes its own pages.
    """

    pages: list[Sheet]
    titles: dict[Key, str]
    blank: str = ""
    large: bool = False

    def after(self, sheet: Sheet) -> Sheet | None:
        """Give the next page."""
        return self.pages[sheet.number] if sheet.number < len(self.pages) else None


def begins_by_style(before: Sheet | None, page: Sheet) -> bool:
    """Say whether a style begins a page: it would begin even if the one before had room left."""
    if before is None or before.blank or before.name != page.name:
        return True
    here = {part.key for part in page.parts}
    return any(part.starts_page and not part.continued for part in page.parts) or any(
        part.ends_page and part.key not in here for part in before.parts
    )


def filled(marks: list[Mark]) -> float:
    """Add up the height that has something on it: text, frames, drawings, lines to write on."""
    covered, edge = 0.0, 0.0
    for mark in sorted(marks, key=lambda mark: mark.top):
        covered += max(0.0, mark.bottom - max(edge, mark.top))
        edge = max(edge, mark.bottom)
    return covered
