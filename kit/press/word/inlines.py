"""What stands in a line: HTML's inline elements ▶ texts, tabs, boxes to tick, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.press.word.content import Break, Face, Inline, PageOf, Picture, Tab, Text, Tick
from kit.press.word.rules import RIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kit.press.word.page_tree import Element

FACES: Final[dict[str, Face]] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "cite": "italic",
    "sup": "raised",
}
"""What an element makes of the letters in it."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE_SPACE = "\u2003"


@dataclass(frozen=True, slots=True)
class InlineReader:
    """Reads what stands in a line of `width` millimetres.

    `targets` are the bookmarks that links may lead to.
    """

    draw: Callable[[Element, float], Picture | None]
    targets: frozenset[str]
    width: float

    def read(self, nodes: Iterable[str | Element]) -> tuple[Inline, ...]:
        """Give what stands in nodes that follow each other, with single spaces."""
        return tidy([each for node in nodes for each in self._node(node, Text(""))])

    def _node(self, node: str | Element, like: Text) -> Iterator[Inline]:
        if isinstance(node, str):
            yield replace(like, words=node)
            return
        rules = node.rules
        if rules.get("way") == "nothing":
            return
        if rules.get("break"):
            yield Break()
        if "tab" in rules:
            yield _tab(rules["tab"], self.width)
        yield from self._itself(node, like)
        if rules.get("spaced"):
            yield Text(_WIDE_SPACE)
        if rules.get("with page"):
            yield Tab(to=self.width, right=True)
            yield PageOf(node.get("href").removeprefix("#"))
        if rules.get("tab after"):
            yield Tab()

    def _itself(self, node: Element, like: Text) -> Iterator[Inline]:
        if node.tag == "br":
            yield Break()
        elif node.rules.get("tick"):
            yield Tick()
        elif node.rules.get("blank"):
            yield Tab(to=self.width, right=True, ruled=True)
        elif node.rules.get("way") == "picture":
            picture = self.draw(node, self.width)
            if picture:
                yield picture
        else:
            within = self._look(node, like)
            for each in node.nodes:
                yield from self._node(each, within)

    def _look(self, node: Element, like: Text) -> Text:
        style = node.rules.get("characters", like.style)
        if style != like.style:
            # A character style says all about its words: `.cite` is raised by its style.
            return replace(like, style=style, faces=like.faces - {"bold"})
        if node.tag in FACES:
            return replace(like, faces=like.faces | {FACES[node.tag]})
        if node.tag == "a":
            return replace(like, to=self._target(node.get("href")))
        return like

    def _target(self, address: str) -> str:
        if address.startswith("#"):
            return address if address[1:] in self.targets else ""
        return address if address.startswith(("https:", "http:", "mailto:")) else ""


def _tab(position: float, width: float) -> Tab:
    return Tab(to=width, right=True) if position == RIGHT else Tab(to=position)


def tidy(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Join texts of one look, and leave one space where HTML has several; none at the ends."""
    found: list[Inline] = []
    for each in inlines:
        if not isinstance(each, Text):
            if isinstance(each, (Tab, Break)):
                _strip_end(found)
            found.append(each)
            continue
        words = _SPACE.sub(" ", each.words)
        last = found[-1] if found else None
        if isinstance(last, Text):
            if last.words.endswith(" "):
                words = words.removeprefix(" ")
        elif not isinstance(last, (Tick, Picture)):
            words = words.removeprefix(" ")
        if not words:
            continue
        if isinstance(last, Text) and replace(last, words="") == replace(each, words=""):
            found[-1] = replace(last, words=last.words + words)
        else:
            found.append(replace(each, words=words))
    _strip_end(found)
    return tuple(found)


def _strip_end(found: list[Inline]) -> None:
    while found and isinstance(last := found[-1], Text):
        words = last.words.rstrip(f" {_WIDE_SPACE}")
        if words == last.words:
            return
        found.pop()
        if words:
            found.append(replace(last, words=words))
            return
