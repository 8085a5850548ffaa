"""The places of an evaluation form: `data-item` names the question that each belongs to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kit.press.fillable.page_words import PageTree, first, inside, is_of, words
from kit.press.fillable.places import STEP, Place, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_ASKED = ("q-number", "q-id")


def form_places(root: Any) -> Iterator[Place]:
    """Find the places of all questions, in their order."""
    tree = PageTree(root)
    for question in root.iter():
        item = question.get("data-item")
        if not item:
            continue
        asked = words(first(question, "th", "p"), *_NOT_ASKED)
        if boxes := inside(question, "check", "pick"):
            yield from _answers(tree, question, item, asked, boxes)
        yield from _texts(tree, question, item, asked)


def _answers(
    tree: PageTree, question: Any, item: str, asked: str, boxes: list[Any]
) -> Iterator[Place]:
    answers: list[list[str]] = json.loads(tree.said_around(question, "data-answers") or "[]")
    times: list[list[str]] = json.loads(tree.said_around(question, "data-times") or '[["", ""]]')
    several = question.get("data-several") is not None
    meant = [(time, answer) for time in times for answer in answers]
    if len(meant) != len(boxes):
        return  # a template of one's own, made otherwise
    for box, ((time, when), (value, label)) in zip(boxes, meant, strict=True):
        name = f"{item}{STEP}{time}" if time else item
        about = joined(asked, when)
        if several:
            yield Place(box, "tick", f"{name}{STEP}{value}", joined(about, label), value)
        else:
            yield Place(box, "choice", name, joined(about, label), value, about)


def _texts(tree: PageTree, question: Any, item: str, asked: str) -> Iterator[Place]:
    for rule in inside(question, "write-in"):
        label = words(tree.outer(rule))
        yield Place(rule, "text", f"{item}_other", joined(asked, label))
    for lines in inside(question, "lines"):
        rows = len(inside(lines, "line"))
        yield Place(lines, "text", item, asked, rows=rows)
    counts: dict[str, int] = {}
    label = ""
    for line in inside(question, "slip-line"):
        part = line.get("data-part")
        if not part or not any(is_of(each, "slip-rule") for each in line):
            continue
        label = words(line) or label
        count = counts[part] = counts.get(part, 0) + 1
        number = "" if count == 1 else str(count)
        name = f"{item}{STEP}{part}" + (f"_{number}" if number else "")
        yield Place(line, "text", name, joined(asked, f"{label} {number}".strip()))
