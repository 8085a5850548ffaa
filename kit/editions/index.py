"""What `build/index.html` shows: every document that was made, with what its printing takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions.registry import EDITIONS

if TYPE_CHECKING:
    from kit.editions.edition import Side


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One document: where its files lie from the index, and how to print it.

    `pages`, and the `sheets` of all copies together, are known for a PDF; `sides` and `finish` are
    names in `templates/strings`. `variant` says what differs from the default. `outdated`: the
    workshop has changed since, and this build did not make it. `instead` is the title of another
    that is listed, too, of which one prints either; `projected` is what one shows and hardly
    prints; `replaced` is the title of the one with names that is there instead: all three are not
    counted in the total. `copies` are none of what is not printed.
    """

    title: str
    side: Side
    variant: str
    html: str | None
    pdf: str | None
    docx: str | None
    pptx: str | None
    text: str | None
    pages: int | None
    sheets: int | None
    copies: int
    paper: str
    sides: str
    finish: str | None
    note: str
    outdated: bool
    instead: str = ""
    projected: bool = False
    replaced: str = ""
    language: str = "en-US"

    @property
    def apart(self) -> bool:
        """Whether its sheets are left out of the total."""
        return bool(self.sheets) and bool(self.instead or self.projected or self.replaced)


@dataclass(frozen=True, slots=True)
class IndexSession:
    """When and where a session is; `number` and `of` where it is one of a series."""

    number: int | None
    of: int | None
    when: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class IndexWorkshop:
    """A workshop with its documents in the order of the registry, and what is wrong with it.

    A workshop that could not be made has problems; its documents, if any, are of an earlier build.
    """

    name: str
    title: str
    documents: tuple[IndexDocument, ...]
    problems: tuple[str, ...]
    session: IndexSession | None = None

    @property
    def sheets(self) -> tuple[tuple[str, int], ...]:
        """Count the sheets of everything that is printed, for each paper."""
        counted = [each for each in self.documents if each.sheets and not each.apart]
        papers = dict.fromkeys(each.paper for each in counted)
        return tuple(
            (paper, sum(each.sheets or 0 for each in counted if each.paper == paper))
            for paper in papers
        )

    @property
    def has_some_apart(self) -> bool:
        """Whether some of its documents are not in the total."""
        return any(each.apart for each in self.documents)


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """A cohort's sessions in the order of its file, or all workshops, which have no title.

    `series` is what the sessions are as a course.
    """

    name: str
    title: str | None
    institution: str | None
    series: str | None
    workshops: tuple[IndexWorkshop, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The whole index; `language` is its own, while each document has that of its workshop."""

    groups: tuple[IndexGroup, ...]
    documents: int
    problems: int
    language: str = "en-US"

    @property
    def workshops(self) -> tuple[IndexWorkshop, ...]:
        """All workshops and sessions, in the order of the page."""
        return tuple(workshop for group in self.groups for workshop in group.workshops)


def sheets_of(pages: int, edition: str) -> int:
    """Count the sheets of paper that the pages of an edition take, printed on both sides or one."""
    known = EDITIONS.get(edition)
    return pages if known and not known.both_sides else -(-pages // 2)
