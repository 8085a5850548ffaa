"""What the YAML parser cannot read, said in words that help.

The parser tells where it gave up; what was meant is read off the source lines around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.errors import Place, Problem
from kit.reading.composer import BLOCK_HINT, sign_at_start

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import Mark, YAMLError

_LEAD = re.compile(r"[ \t]*(?:-[ \t]+)*(?:[^\s:#'\"\[{]+:[ \t]+)?")
_VALUE_ON_LINE = re.compile(r"[ \t]*(?:-[ \t]+)*[^:#]+:[ \t]+[^\s#]")
_NO_SPACE = re.compile(r"[ \t]*(?:-[ \t]+)*[\w-]+:(?=[^\s:/])")
_DASH = re.compile(r"[ \t]*-(?=[^\s-])")
_COMMENT = re.compile(r"(?<=\S)[ \t]+(?=#)")
_COLON = re.compile(r":[ \t]")
_LIST_HINT = "Write one a line instead, each after a hyphen and a space."


@dataclass(frozen=True)
class _Said:
    code: str
    message: str
    hint: str
    line: int
    column: int


@dataclass(frozen=True)
class _Stop:
    """Where the parser gave up, from 0, and where that began which it could not finish."""

    context: str
    problem: str
    lines: list[str]
    line: int
    column: int
    begun: tuple[int, int]

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def indent(self) -> int:
        return _indent(self.text)


def explain(error: YAMLError, shown: str, lines: list[str]) -> Problem:
    """Turn an error of the YAML parser into a problem with a place and a way out."""
    mark: Mark | None = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem("yaml", "This file cannot be read as YAML.", Place(shown))
    begun: Mark = getattr(error, "context_mark", None) or mark
    last = len(lines) - 1
    stop = _Stop(
        context=getattr(error, "context", None) or "",
        problem=getattr(error, "problem", None) or "",
        lines=lines,
        line=min(mark.line, last),
        column=mark.column,
        begun=(min(begun.line, last), begun.column),
    )
    said = _said(stop)
    place = Place(shown, said.line + 1, said.column + 1, lines[said.line])
    return Problem(said.code, said.message, place, said.hint)


def _said(stop: _Stop) -> _Said:
    before = stop.text[: stop.indent]
    if "\t" in before and stop.column <= stop.indent:
        message = "A tab stands at the beginning of this line: YAML counts spaces only."
        return _Said("tab", message, "Put spaces in its place.", stop.line, before.index("\t"))
    for words, explanation in _IN_CONTEXT.items():
        if words in stop.context:
            return explanation(stop)
    for words, explanation in _BY_PROBLEM.items():
        if words in stop.problem:
            return explanation(stop)
    return _key_expected(stop.lines, stop.line, stop.column, stop.indent)


def _unclosed(stop: _Stop) -> _Said:
    message = "A quotation mark opens here and is never closed."
    hint = f"Close it. If it belongs to the text: {_lower(BLOCK_HINT)}"
    return _Said("unclosed-quote", message, hint, *stop.begun)


def _backslash(stop: _Stop) -> _Said:
    message = "After a backslash between double quotes stands a code, and this one is not known."
    hint = "Use single quotes, or two backslashes."
    return _Said("backslash", message, hint, stop.line, stop.column)


def _text_after_bar(stop: _Stop) -> _Said:
    line, column = stop.begun
    message = (
        f"Behind `{stop.lines[line][column : column + 1]}` no text may stand on the same line."
    )
    hint = "Write `|`, and the text on the next line, indented."
    return _Said("text-after-bar", message, hint, line, column)


def _own_meaning(stop: _Stop) -> _Said:
    message = "YAML gives a line that begins with `%`, `---` or `...` a meaning of its own."
    return _Said("yaml", message, "Remove the line.", stop.line, stop.column)


def _list_on_key(stop: _Stop) -> _Said:
    message = "A list cannot begin on the line of its key."
    hint = "Begin it on the next line, indented. If the hyphen belongs to the text, write `|`."
    return _Said("list-on-key", message, hint, stop.line, stop.column)


def _brackets(stop: _Stop) -> _Said:
    first, opening = stop.begun
    lines, line, column = stop.lines, stop.line, stop.column
    for number in range(first, line):
        if comment := _COMMENT.search(lines[number]):
            return _lost(number, comment.end())
    opened = lines[first][opening : opening + 1] if first < len(lines) else ""
    if opened not in {"[", "{"} and (last := _last_opened(lines)):
        # The file ends right behind it, so that the parser has not begun a list of its own.
        first, opening = last
        message = f"This `{lines[first][opening]}` is never closed."
        return _Said("brackets", message, _LIST_HINT, first, opening)
    if line > first:
        message = f"This `{opened}` is never closed, or a comma is missing up to line {line + 1}."
        return _Said("brackets", message, _LIST_HINT, first, opening)
    message = f"Between `{opened}` and its end, the list cannot be read from here on."
    hint = f"A text in it may hold no comma, colon or bracket. {_LIST_HINT}"
    return _Said("brackets", message, hint, line, column)


def _last_opened(lines: list[str]) -> tuple[int, int] | None:
    for number in range(len(lines) - 1, -1, -1):
        column = max(lines[number].rfind(sign) for sign in "[{")
        if column >= 0:
            return number, column
    return None


def _colon(lines: list[str], line: int, column: int) -> _Said:
    if _COLON.search(lines[line][:column]):
        message = "A colon and a space stand inside this text: YAML takes what is before for a key."
        hint = "Write `|` after the key, and the text on the next line, indented."
        return _Said("colon-in-text", message, hint, line, column)
    above = _above(lines, line)
    if above is None:
        return _unreadable(line, column)
    indent, indent_above = _indent(lines[line]), _indent(lines[above])
    if indent > indent_above and _VALUE_ON_LINE.match(lines[above]):
        message = (
            f"This line is indented deeper than line {above + 1}, which has its value already."
        )
        return _Said("indentation", message, "Let both begin in the same column.", line, indent)
    return _key(lines, above)


def _key(lines: list[str], line: int) -> _Said:
    text = lines[line] if line < len(lines) else ""
    if match := _NO_SPACE.match(text):
        return _Said("no-space", "A space is missing after this colon.", "", line, match.end() - 1)
    if match := _DASH.match(text):
        return _Said("no-space", "A space is missing after this hyphen.", "", line, match.end() - 1)
    message = "A key was expected here, with a colon after it."
    hint = "If the line belongs to the text above, indent it deeper."
    return _Said("no-colon", message, hint, line, _indent(text))


def _key_expected(lines: list[str], line: int, column: int, indent: int) -> _Said:
    text = lines[line]
    if text.startswith(":", indent):
        hint = f"Write one. If the colon belongs to the text: {_lower(BLOCK_HINT)}"
        return _Said("no-key", "There is no key before this colon.", hint, line, indent)
    if column > indent:
        return _mid_line(text, line, column, indent)
    above = _above(lines, line)
    if above is not None and (comment := _COMMENT.search(lines[above])):
        return _lost(above, comment.end())
    if text[indent:].startswith("- "):
        message = "A list item stands here where a key was expected."
        return _Said("indentation", message, "Indent it as the items above.", line, column)
    message = "The beginning of this line is in no column in which a line above begins."
    hint = "Let it begin in the same column as the keys or items it belongs to."
    return _Said("indentation", message, hint, line, column)


def _mid_line(text: str, line: int, column: int, indent: int) -> _Said:
    lead = _LEAD.match(text)
    start = lead.end() if lead else indent
    first = text[start : start + 1]
    if first in {"{", "["}:
        return replace(_sign([text], 0, start), line=line)
    if first in {'"', "'"}:
        message = "The text goes on behind the closing quotation mark."
        hint = f"Put the whole text in other quotation marks, or: {_lower(BLOCK_HINT)}"
        return _Said("text-after-quote", message, hint, line, column)
    return _unreadable(line, column)


def _sign(lines: list[str], line: int, column: int) -> _Said:
    text = lines[line] if line < len(lines) else ""
    sign = "{{" if text.startswith("{{", column) else text[column : column + 1]
    if not sign:
        return _unreadable(line, column)
    return _Said("sign-at-start", sign_at_start(sign), BLOCK_HINT, line, column)


def _lost(line: int, column: int) -> _Said:
    message = "What follows the `#` would be lost: YAML takes it for a comment."
    hint = "Write `|` after the key, and the text on the next line, indented."
    return _Said("lost-text", message, hint, line, column)


def _unreadable(line: int, column: int) -> _Said:
    message = "From here on, this line cannot be read as YAML."
    hint = "Look at colons, quotation marks and indentation, here and in the line above."
    return _Said("yaml", message, hint, line, column)


def _above(lines: list[str], line: int) -> int | None:
    for number in range(line - 1, -1, -1):
        stripped = lines[number].strip()
        if stripped and not stripped.startswith("#"):
            return number
    return None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _lower(hint: str) -> str:
    return hint[0].lower() + hint[1:]


_IN_CONTEXT: dict[str, Callable[[_Stop], _Said]] = {
    "scanning a quoted": _unclosed,
    "parsing a quoted": _backslash,
    "flow": _brackets,
    "block scalar": _text_after_bar,
    "scanning an alias": lambda stop: _sign(stop.lines, *stop.begun),
    "scanning an anchor": lambda stop: _sign(stop.lines, *stop.begun),
    "scanning a tag": lambda stop: _sign(stop.lines, *stop.begun),
    "directive": _own_meaning,
    "simple key": lambda stop: _key(stop.lines, stop.begun[0]),
}
_BY_PROBLEM: dict[str, Callable[[_Stop], _Said]] = {
    "tag handle": lambda stop: _sign(stop.lines, *stop.begun),
    "document": _own_meaning,
    "directive": _own_meaning,
    "mapping values": lambda stop: _colon(stop.lines, stop.line, stop.column),
    "block sequence entries": _list_on_key,
    "any token": lambda stop: _sign(stop.lines, stop.line, stop.column),
    "node content": lambda stop: _sign(stop.lines, stop.line, stop.column),
    "mapping keys": lambda stop: _sign(stop.lines, stop.line, stop.column),
}
