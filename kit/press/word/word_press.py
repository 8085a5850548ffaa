"""The press for Word documents: a document's HTML in, a `.docx` out, with what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.press.word.blocks import read_blocks
from kit.press.word.content import Manuscript, Page
from kit.press.word.page_tree import page_tree
from kit.press.word.pictures import Draftsman
from kit.press.word.placing import Place
from kit.press.word.word_file import word_file

if TYPE_CHECKING:
    from pathlib import Path

    from kit.editions.setting import Paper
    from kit.errors import Problem
    from kit.press.engine import Press
    from kit.press.word.page_tree import Element

_PAPERS: Final = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
_PAGE: Final = Page(0, 0, 18, 17, 19, 17, mirrored=True)
_SHOWN: Final = Page(0, 0, 17, 15, 17, 17, running_heads=False)
_WIDE: Final = Page(0, 0, 10, 9, 12, 12, running_heads=False, foot=False, is_wide=True)
_PAGES: Final = {
    "show": Page(0, 0, 13, 12, 15, 15, running_heads=False, foot=False),
    "form": Page(0, 0, 13, 13, 15, 15, running_heads=False),
    "cards": Page(0, 0, 12, 12, 17, 17, running_heads=False, foot=False),
    "quarter-cards": Page(0, 0, 5, 5, 5, 5, running_heads=False, foot=False),
    "placards": _SHOWN,
    "door-sign": _SHOWN,
    "table-signs": _SHOWN,
    "timer-cards": _WIDE,
    "sign-in": _WIDE,
}
"""The pages of documents of some kinds, still without their paper; the others have `_PAGE`."""


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A finished document, and what went wrong while it was made."""

    content: bytes
    problems: tuple[Problem, ...]


def make_word(
    html: str, paper: Paper, base: Path, press: Press, roots: tuple[Path, ...]
) -> WordDocument:
    """Make a Word document of a page; relative addresses start from the folder `base`.

    The same input gives the same bytes.
    """
    root = page_tree(html)
    draftsman = Draftsman(press, roots, base)
    manuscript = read_manuscript(root, paper, draftsman)
    return WordDocument(word_file(manuscript), tuple(dict.fromkeys(draftsman.problems)))


def read_manuscript(root: Element, paper: Paper, draftsman: Draftsman) -> Manuscript:
    """Read a page's tree into a document."""
    body = next(root.find("body"))
    main = next(body.find("main"), body)
    page = _page(body.classes, paper)
    targets = frozenset(
        link.get("href")[1:] for link in body.find("a") if link.get("href").startswith("#")
    )
    blocks = read_blocks(main, Place(page.text_width), draftsman.draw, targets, page.text_height)
    said = {each.get("name"): each.get("content") for each in root.find("meta")}
    title = next(root.find("title"), None)
    return Manuscript(
        blocks=blocks,
        page=page,
        language=root.get("lang") or "en-US",
        title=title.words.strip() if title else "",
        subject=said.get("description", ""),
        keywords=said.get("keywords", ""),
        head=(main.get("data-workshop"), main.get("data-edition")),
        foot=main.get("data-foot"),
    )


def _page(kinds: frozenset[str], paper: Paper) -> Page:
    """Give the page of a kind of document, as the kit's style sheets have it."""
    width, height = _PAPERS[paper]
    for kind, page in _PAGES.items():
        if kind in kinds:
            if page.is_wide:
                width, height = height, width
            return replace(page, width=width, height=height)
    return replace(_PAGE, width=width, height=height)
