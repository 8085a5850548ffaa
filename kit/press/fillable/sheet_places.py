"""The places of worksheets: `data-block` names the block that each belongs to.

They are those that `templates/scripts/fill-in.js` makes on the screen, under the same names, and
lines to sign, which the screen leaves to paper.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kit.press.fillable.page_words import PageTree, first, inside, is_of, words
from kit.press.fillable.places import Place, joined, without_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = 6
"""Characters of a box for a difference."""


def sheet_places(root: Any) -> Iterator[Place]:
    """Find the places of all blocks, in their order."""
    tree = PageTree(root)
    for block in root.iter():
        if block.get("data-block"):
            filled_in = tree.said_around(block, "data-fill-in")
            said = json.loads(filled_in)["words"] if filled_in else {}
            yield from _Block(tree, block, said).places()


class _Block:
    def __init__(self, tree: PageTree, block: Any, said: dict[str, str]) -> None:
        self._words = said
        self._tree = tree
        self._block = block
        self._id = str(block.get("data-block"))
        self._own = 0

    def places(self) -> Iterator[Place]:
        yield from self._lines()
        yield from self._rules()
        yield from self._ticks()
        for table in self._block.iter("table"):
            if is_of(table, "fill", "grid"):
                self._own = 0
                yield from self._table(table)
        self._own = 0
        for part in inside(self._block, "statement"):
            yield from self._statement(part)
        for part in inside(self._block, "entry"):
            title = self._row_name(part, inside(part, "entry-title"))
            yield from self._fields(part, title)
        for part in inside(self._block, "signature"):
            yield from self._signature(part)

    def _name(self, *steps: str) -> str:
        return "/".join((self._id, *(without_steps(step) for step in steps)))

    def _asked(self) -> str:
        for prompt in inside(self._block, "prompt"):
            if asked := words(prompt, "example"):
                return asked
        heading = first(self._block, "h3")
        if heading is not None:
            return words(heading)
        sheets = (each for each in self._tree.around(self._block) if is_of(each, "sheet"))
        sheet = next(sheets, None)
        return words(first(sheet, "h2")) if sheet is not None else ""

    def _lines(self) -> Iterator[Place]:
        for lines in inside(self._block, "lines"):
            rows = len(inside(lines, "line"))
            yield Place(lines, "text", self._name("lines"), self._asked(), rows=rows)
        for box in inside(self._block, "draw-box"):
            yield Place(box, "text", self._name("box"), self._asked(), rows=9)

    def _rules(self) -> Iterator[Place]:
        named = is_of(self._block, "name-line")
        lines = [self._block] if named else inside(self._block, "slip-line")
        label, number = "", 1
        for line in lines:
            if not any(is_of(each, "slip-rule") for each in line):
                continue
            if own := words(line):
                label, number = own, 1
            else:
                number += 1
            last = "" if number == 1 else f" ({number})"
            if label:
                yield Place(line, "text", self._name(label + last), label + last)

    def _ticks(self) -> Iterator[Place]:
        for item in self._block.iter("li"):
            tick = next((each for each in item if is_of(each, "check")), None)
            if tick is None or is_of(self._tree.outer(item), "answers"):
                continue
            rule = next(iter(inside(item, "write-in")), None)
            if is_of(item, "blank") and rule is not None:
                own, said = self._next_own("own")
                yield Place(
                    tick, "tick", self._name(own, "tick"), joined(self._asked(), said), "on"
                )
                yield Place(rule, "text", self._name(own), joined(self._asked(), said))
            else:
                text = words(item)
                yield Place(tick, "tick", self._name(text), joined(self._asked(), text), "on")

    def _next_own(self, word: str) -> tuple[str, str]:
        """Give the name of what a person adds, and what it is called on the page."""
        self._own += 1
        said = self._words.get(word, "{n}").replace("{n}", str(self._own))
        return f"own {self._own}", said

    def _row_name(self, row: Any, heads: list[Any]) -> tuple[str, str]:
        """Give a row's name and its words; one that is empty is a person's own."""
        said = words(heads[0]) if heads else ""
        name = row.get("data-row") or said
        return (name, said) if name else self._next_own("row")

    def _table(self, table: Any) -> Iterator[Place]:
        heads = [words(cell) for row in _rows(table, "thead")[-1:] for cell in row]
        for row in _rows(table, "tbody"):
            name, said = self._row_name(row, [each for each in row if each.tag == "th"])
            for at, cell in enumerate(row):
                column = cell.get("data-label") or (heads[at] if at < len(heads) else "")
                yield from self._cell(cell, name, said, column)
            ticks = [each for cell in row if is_of(cell, "tick") for each in inside(cell, "check")]
            labels = [self._tree.outer(each).get("data-label", "") for each in ticks]
            yield from self._choice(ticks, labels, (name,), said)

    def _cell(self, cell: Any, name: str, said: str, column: str) -> Iterator[Place]:
        rule = next(iter(inside(cell, "write-in", "gap-box")), None)
        picks = inside(cell, "pick")
        both = joined(said, column)
        if is_of(cell, "with-room"):
            asks = joined(both, self._words.get("add", ""))
            yield Place(cell, "text", self._name(name, column), asks, rows=9)
        elif rule is not None and not words(cell):
            longest = _GAP if is_of(rule, "gap-box") else None
            yield Place(rule, "text", self._name(name, column), both, longest=longest)
        elif picks:
            yield from self._choice(picks, [words(each) for each in picks], (name, column), both)
        elif cell.tag == "td" and not words(cell) and not len(cell):
            yield Place(cell, "text", self._name(name, column), both, rows=9)

    def _choice(
        self, boxes: list[Any], labels: list[str], steps: tuple[str, ...], said: str
    ) -> Iterator[Place]:
        for at, (box, label) in enumerate(zip(boxes, labels, strict=True), 1):
            yield Place(box, "choice", self._name(*steps), joined(said, label), str(at), said)

    def _signature(self, part: Any) -> Iterator[Place]:
        whose = ""
        for each in inside(part, "signed", "dated"):
            said = words(each)
            if is_of(each, "signed"):
                whose = said
                asks = joined(whose, self._words.get("signed", ""))
                yield Place(each, "text", self._name(whose), asks)
            else:
                yield Place(each, "text", self._name(whose, said), joined(whose, said))

    # ---- large print: what is a table at the usual size ----

    def _statement(self, part: Any) -> Iterator[Place]:
        heads = [each for each in part if each.tag == "p"][:1]
        name, said = self._row_name(part, heads)
        for rule in (rule for head in heads for rule in inside(head, "write-in")):
            yield Place(rule, "text", self._name(name, ""), said)
        for answers in inside(part, "answers"):
            boxes = inside(answers, "check")
            labels = [words(self._tree.outer(each)) for each in boxes]
            yield from self._choice(boxes, labels, (name,), said)
        scale = ""
        for each in inside(part, "scale-name", "numbers", "gap-box"):
            if is_of(each, "scale-name"):
                scale = words(each)
            elif is_of(each, "numbers"):
                picks = inside(each, "pick")
                labels = [words(pick) for pick in picks]
                yield from self._choice(picks, labels, (name, scale), joined(said, scale))
            else:
                column = words(self._tree.outer(each))
                both = joined(said, column)
                yield Place(each, "text", self._name(name, column), both, longest=_GAP)
        yield from self._fields(part, (name, said))

    def _fields(self, part: Any, title: tuple[str, str]) -> Iterator[Place]:
        name, said = title
        for each in inside(part, "field-line"):
            column = words(each)
            yield Place(each, "text", self._name(name, column), joined(said, column))
        for each in inside(part, "entry-field"):
            column = words(next(iter(inside(each, "field-name")), None))
            (room,) = inside(each, "field-room")
            yield Place(room, "text", self._name(name, column), joined(said, column), rows=9)


def _rows(table: Any, part: str) -> list[Any]:
    return [row for body in table if body.tag == part for row in body if row.tag == "tr"]
