"""The parser's events to a tree of nodes: limits first, and the traps of YAML closed.

The tree is built here rather than by PyYAML's `compose()`: the C parser crashes on deep nesting,
lets a second key of the same name win, and drops what follows ` #` in a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from kit.errors import KitError, Place, Problem
from kit.reading.nodes import NO_KEY, Entry, Mapping, Node, Scalar, Sequence
from kit.reading.text_file import INVISIBLE, describe_character

if TYPE_CHECKING:
    from collections.abc import Iterable

DEEPEST = 40
MOST_NODES = 50_000
MOST_PROBLEMS = 200
BLOCK_HINT = "Write `|` here, and the text on the next line, indented."

_NOT_TEXT = re.compile(r"(?:-?[0-9]+|true|false|null|~)\Z")
_COMMENT = re.compile(r"[ \t]+#")
_NUMBER_SIGN = re.compile(r"[ \t]+#\w")
_ODD_IN_KEY = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000]")


class Composer:
    """Builds one tree; `problems` holds what is wrong in it without making it unreadable."""

    def __init__(self, shown: str, lines: list[str]) -> None:
        self.problems: list[Problem] = []
        self._shown = shown
        self._lines = lines
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []
        self._root: Node | None = None
        self._nodes = 0

    def compose(self, events: Iterable[Any]) -> Node | None:
        """Build the tree of a file with one document; None where there is nothing in it.

        Raises:
            KitError: the limits are passed, or there is a second document.
        """
        documents = 0
        for event in events:
            match type(event).__name__:
                case "ScalarEvent":
                    self._add(self._scalar(event))
                case "MappingStartEvent":
                    self._enter(Mapping(*self._start(event)))
                case "SequenceStartEvent":
                    self._enter(Sequence(*self._start(event)))
                case "MappingEndEvent" | "SequenceEndEvent":
                    self._keys.pop()
                    self._add(self._open.pop())
                case "AliasEvent":
                    self._add(self._alias(event))
                case "DocumentStartEvent":
                    documents += 1
                    if documents > 1:
                        self._stop(
                            (event.start_mark.line + 1, event.start_mark.column + 1),
                            "two-documents",
                            "A second document begins here, and only one is read.",
                            "Remove the line `---`, or put what follows into a file of its own.",
                        )
        return self._root

    def _start(self, event: Any) -> tuple[int, int]:
        """Count a node, and refuse what is fastened to it: an anchor or a tag."""
        # What is left empty at the end of a file stands behind its last line.
        line = min(event.start_mark.line + 1, len(self._lines))
        column = event.start_mark.column + 1
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"This file has more than {MOST_NODES} parts: more than any workshop."
            self._stop((line, column), "too-many-parts", message, "Split it into several files.")
        alias = type(event).__name__ == "AliasEvent"
        for sign, fastened in (("&", event.anchor), ("!", getattr(event, "tag", None))):
            if fastened is not None and not alias:
                self._report((line, column), "sign-at-start", sign_at_start(sign), BLOCK_HINT)
        return line, column

    def _enter(self, node: Mapping | Sequence) -> None:
        if len(self._open) >= DEEPEST:
            self._stop(
                (node.line, node.column),
                "too-deep",
                f"Lists and keys are nested more than {DEEPEST} deep here.",
                "Look for a `[` or `{` too many.",
            )
        self._open.append(node)
        self._keys.append(None)

    def _scalar(self, event: Any) -> Scalar:
        line, column = self._start(event)
        plain = not event.style and event.tag is None
        if plain:
            self._refuse_lost_text(event)
            self._refuse_swallowed_list(event)
        elif match := INVISIBLE.search(event.value):
            message = (
                f"The text holds {describe_character(match.group())}, which cannot be printed."
            )
            self._report((line, column), "invisible-character", message, "Leave it out.")
        return Scalar(line, column, event.value, plain)

    def _refuse_lost_text(self, event: Any) -> None:
        line, column = event.end_mark.line, event.end_mark.column
        source = self._lines[line] if line < len(self._lines) else ""
        is_text = event.value and not _NOT_TEXT.match(event.value)
        lost = (_COMMENT if is_text else _NUMBER_SIGN).match(source, column)
        if lost and (is_text or not event.value):
            self._report(
                (line + 1, source.index("#", column) + 1),
                "lost-text",
                "What follows the `#` would be lost: YAML takes it for a comment.",
                "If it belongs to the text, write `|` and the text on the next line, indented. "
                "If it is a comment, give it a line of its own.",
            )

    def _refuse_swallowed_list(self, event: Any) -> None:
        for line in range(event.start_mark.line + 1, event.end_mark.line + 1):
            if self._lines[line].lstrip().startswith("- "):
                self._report(
                    (line + 1, self._lines[line].index("-") + 1),
                    "list-in-text",
                    "This looks like a list, but YAML takes it for more of the text above.",
                    "Write the list under a key of its own, or the text above with `|`.",
                )

    def _alias(self, event: Any) -> Scalar:
        line, column = self._start(event)
        hint = f"{BLOCK_HINT} To use another part of the file again, write it out."
        self._report((line, column), "sign-at-start", sign_at_start("*"), hint)
        return Scalar(line, column, f"*{event.anchor}")

    def _add(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = self._as_key(node, parent)
        else:
            self._keys[-1] = None
            entry = Entry(key.line, key.column, node)
            if first := parent.entries.get(key.text):
                self._report(
                    (key.line, key.column),
                    "duplicate-key",
                    f"The key `{key.text}` stands here a second time: the first is in line "
                    f"{first.line}.",
                    "Keep one of the two.",
                )
            else:
                parent.entries[key.text] = entry

    def _as_key(self, node: Node, parent: Mapping) -> Scalar:
        if not isinstance(node, Scalar):
            braces = isinstance(node, Mapping) and (node.line, node.column - 1) == (
                parent.line,
                parent.column,
            )
            sign = "{{" if braces else "["
            self._report(
                (parent.line, parent.column), "sign-at-start", sign_at_start(sign), BLOCK_HINT
            )
            return Scalar(node.line, node.column, f"{NO_KEY}{len(parent.entries)}")
        if not node.text.strip():
            message = "There is no key before this colon."
            self._report(
                (node.line, node.column), "no-key", message, "Write one, or quote the text."
            )
        elif odd := _ODD_IN_KEY.search(node.text):
            message = f"This key holds an invisible character: {describe_character(odd.group())}."
            hint = "Delete the key and the space before it, and type them anew."
            self._report((node.line, node.column), "invisible-character", message, hint)
        return node

    def _report(self, at: tuple[int, int], code: str, message: str, hint: str) -> None:
        self.problems.append(self._problem(at, code, message, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            raise KitError(self.problems)

    def _stop(self, at: tuple[int, int], code: str, message: str, hint: str) -> NoReturn:
        raise KitError([*self.problems, self._problem(at, code, message, hint)])

    def _problem(self, at: tuple[int, int], code: str, message: str, hint: str) -> Problem:
        line, column = at
        source = self._lines[line - 1] if line <= len(self._lines) else ""
        return Problem(code, message, Place(self._shown, line, column, source), hint)


def sign_at_start(sign: str) -> str:
    """Say that a text begins with a sign that means something else in YAML."""
    named = "a backtick" if sign == "`" else f"`{sign}`"
    return f"A text cannot begin with {named}: YAML gives this sign a meaning of its own."
