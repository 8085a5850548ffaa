"""Word documents of pages, made and read again."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import docx
import pytest
from lxml import etree

from kit.press.word.word_press import WordDocument, make_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.press.engine import Press

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Opened:
    """A Word document that was read again."""

    made: WordDocument

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.made.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def document(self) -> Any:
        return docx.Document(io.BytesIO(self.made.content))

    @cached_property
    def body(self) -> Any:
        return etree.fromstring(self.parts["word/document.xml"])

    @property
    def words(self) -> str:
        """All text of the body in its order; boxes to tick are no text."""
        return "".join(self.body.itertext(f"{W}t")).replace("\u2610", "")

    def paragraphs(self, style: str) -> list[str]:
        """The texts of the paragraphs of a style, in tables too."""
        found = []
        for each in self.body.iter(f"{W}p"):
            name = each.find(f"{W}pPr/{W}pStyle")
            if name is not None and self.names[name.get(f"{W}val")].split(",")[0] == style:
                found.append("".join(each.itertext(f"{W}t")))
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        styles = etree.fromstring(self.parts["word/styles.xml"])
        return {
            each.get(f"{W}styleId"): each.find(f"{W}name").get(f"{W}val")
            for each in styles.iter(f"{W}style")
        }


@pytest.fixture(scope="session")
def word(press: Press, root: Path) -> Callable[..., Opened]:
    """Make a Word document of what stands in a page's `main`, and read it."""

    def make(content: str, kind: str = "", paper: Any = "letter") -> Opened:
        html = (
            '<!DOCTYPE html><html lang="en-GB"><head><title>A title</title>'
            '<meta name="description" content="What it is"></head>'
            f'<body class="{kind}"><main data-workshop="The workshop" data-edition="A document" '
            f'data-foot="A foot">{content}</main></body></html>'
        )
        return Opened(make_word(html, paper, root, press, (root,)))

    return make
