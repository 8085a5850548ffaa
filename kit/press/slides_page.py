"""The page of slides ▶ slides as an office program has them: what each shows, and its notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from kit.press.slide_form import FormPlace
from kit.press.slides_file import PlainSlide, SlideParagraph, slides_file
from kit.press.word.page_tree import Element, page_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPACE: Final = re.compile(r"\s+")
_TITLES: Final = frozenset(("h1", "h2", "h3"))
_LEFT_OUT: Final = frozenset(
    (
        *("slide-foot", "slide-label", "slide-minutes", "slide-handouts"),
        *("slide-form", "screen-only"),
    )
)
"""Classes of what has a place of its own, or is for a page on the screen alone."""
_TEXTS: Final = frozenset(("p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "pre"))
_CODE: Final = "slide-code"
_TO_WRITE_ON: Final = "…"

Mark = Literal["", "bullet", "number"]


def make_slides(html: str) -> bytes:
    """Make a file of slides of a page that has some; the same page gives the same bytes."""
    root = page_tree(html)
    title = next(root.find("title"), None)
    return slides_file(
        tuple(read_slides(root)),
        title=_words(title) if title else "",
        language=root.get("lang") or "en-US",
    )


def read_slides(root: Element) -> Iterator[PlainSlide]:
    """Read the slides of a page, with the notes that stand below them."""
    for frame in root.find("section"):
        if "frame" not in frame.classes:
            continue
        parts = {name: child for child in frame.children for name in child.classes}
        shown = parts["slide"]
        title = next(each for tag in sorted(_TITLES) for each in shown.find(tag))
        texts = [each for each in _texts(shown) if each.words]
        yield PlainSlide(
            title=_words(title),
            paragraphs=tuple(texts),
            label=_of_class(shown, "slide-label"),
            minutes=_of_class(shown, "slide-minutes"),
            handouts=_of_class(shown, "slide-handouts"),
            form=next(
                (_form(each) for each in shown.find("div") if "slide-form" in each.classes), None
            ),
            first="title" in shown.classes,
            notes=tuple(_notes(parts["notes"])) if "notes" in parts else (),
        )


def _form(element: Element) -> FormPlace:
    """Read the way to the evaluation: its address and code, or room for both."""
    code = next(each for tag in ("div", "p") for each in element.find(tag) if _CODE in each.classes)
    address = code.get("data-address")
    titles = (_words(each) for each in code.find("title"))
    return FormPlace(
        online=_of_class(element, "slide-online"),
        paper=_of_class(element, "slide-paper"),
        code=next(titles, "") if address else _words(code),
        address=address,
        shown=_of_class(element, "slide-address") if address else "",
    )


def _of_class(element: Element, name: str) -> str:
    return next((_words(each) for each in element.find("p") if name in each.classes), "")


def _texts(element: Element, mark: Mark = "") -> Iterator[SlideParagraph]:
    """Give the paragraphs of a slide but its title and minutes, those of lists with their marks."""
    for child in element.children:
        if child.classes & _LEFT_OUT or child.tag in _TITLES:
            continue
        if child.tag in {"ul", "ol"}:
            yield from _texts(child, "number" if child.tag == "ol" else "bullet")
        elif child.tag in _TEXTS and not any(each.tag in _TEXTS for each in child.children):
            for line in _lines(child):
                yield SlideParagraph(line, mark)
        else:
            yield from _texts(child, mark)


def _notes(element: Element) -> Iterator[str]:
    """Give the notes line by line, each label before what it is for."""
    label = ""
    for child in element.children:
        if "notes-title" in child.classes:
            continue
        if "cue-label" in child.classes:
            label = f"{_words(child).upper()}: "
        elif (child.tag in _TEXTS and not any(True for _ in child.find("p"))) or child.tag == "li":
            yield f"{label}{_words(child)}"
            label = ""
        else:
            for line in _notes(child):
                yield f"{label}{line}"
                label = ""


def _lines(element: Element) -> Iterator[str]:
    """Give an element's words line by line, where it breaks them."""
    line: list[str | Element] = []
    for node in element.nodes:
        if isinstance(node, Element) and node.tag == "br":
            yield _joined(line)
            line = []
        else:
            line.append(node)
    yield _joined(line)


def _words(element: Element) -> str:
    """Give an element's words in one line."""
    return _joined(element.nodes)


def _joined(nodes: Iterable[str | Element]) -> str:
    """Give the words of what stands in a line; a blank to write on is shown as one."""
    found = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
        elif node.rules.get("blank"):
            found.append(_TO_WRITE_ON)
        elif node.tag == "br" or node.rules.get("spaced") or node.rules.get("tab after"):
            found.append(f"{_words(node)} ")
        elif node.tag in _TEXTS or node.tag == "div":
            found.append(f" {_words(node)} ")
        else:
            found.append(_raw(node))
    return _SPACE.sub(" ", "".join(found)).strip()


def _raw(element: Element) -> str:
    return _SPACE.sub(" ", element.words)
