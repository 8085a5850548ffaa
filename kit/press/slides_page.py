"""The page of slides ▶ slides as an office program has them: what each shows, and its notes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kit.press.slide_form import FormPlace
from kit.press.slides_file import PlainSlide, SlideParagraph, SlideRun, slides_file
from kit.press.word.inlines import FACES
from kit.press.word.page_tree import Element, page_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.press.slides_file import Mark
    from kit.press.word.content import Face

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


def _lines(element: Element) -> Iterator[tuple[SlideRun, ...]]:
    """Give an element's words line by line, where it breaks them."""
    line: list[str | Element] = []
    for node in element.nodes:
        if isinstance(node, Element) and node.tag == "br":
            yield _runs(line)
            line = []
        else:
            line.append(node)
    yield _runs(line)


def _words(element: Element) -> str:
    """Give an element's words in one line."""
    return "".join(run.words for run in _runs(element.nodes))


def _runs(nodes: Iterable[str | Element]) -> tuple[SlideRun, ...]:
    """Give what stands in a line, by its looks: single spaces, and none at the ends."""
    found: list[SlideRun] = []
    for words, faces in _pieces(nodes, frozenset()):
        text = _SPACE.sub(" ", words)
        if not found or found[-1].words.endswith(" "):
            text = text.lstrip()
        run = SlideRun(text, bold="bold" in faces, italic="italic" in faces)
        if found and found[-1] == replace(run, words=found[-1].words):
            found[-1] = replace(run, words=found[-1].words + text)
        elif text:
            found.append(run)
    if found:
        found[-1] = replace(found[-1], words=found[-1].words.rstrip())
    return tuple(run for run in found if run.words)


def _pieces(
    nodes: Iterable[str | Element], faces: frozenset[Face]
) -> Iterator[tuple[str, frozenset[Face]]]:
    """Give words with the faces that they are set in; a blank to write on is shown as one."""
    for node in nodes:
        if isinstance(node, str):
            yield node, faces
        elif node.rules.get("blank"):
            yield _TO_WRITE_ON, faces
        else:
            apart = node.tag in _TEXTS or node.tag == "div"
            if apart:
                yield " ", faces
            yield from _pieces(
                node.nodes, faces | {FACES[node.tag]} if node.tag in FACES else faces
            )
            if apart or node.tag == "br" or node.rules.get("spaced") or node.rules.get("tab after"):
                yield " ", faces
