"""What the YAML parser cannot read, said in words that help.

The parser tells where it gave up; what was meant is read off the source lines around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import Place, Problem
from kit.reading.composer import BLOCK_HINT, sign_at_start

if TYPE_CHECKING:
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


def explain(error: YAMLError, shown: str, lines: list[str]) -> Problem:
    """Turn an error of the YAML parser into a problem with a place and a way out."""
    mark: Mark | None = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem("yaml", "This file cannot be read as YAML.", Place(shown))
    said = _said(error, lines, mark)
    line = min(said.line, len(lines) - 1)
    return Problem(
        said.code, said.message, Place(shown, line + 1, said.column + 1, lines[line]), said.hint
    )


def _said(error: YAMLError, lines: list[str], mark: Mark) -> _Said:
    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or ""
    begun: Mark = getattr(error, "context_mark", None) or mark
    line = min(mark.line, len(lines) - 1)
    indent = len(lines[line]) - len(lines[line].lstrip())
    if "\t" in lines[line][:indent] and mark.column <= indent:
        message = "A tab stands at the beginning of this line: YAML counts spaces only."
        return _Said("tab", message, "Put spaces in its place.", line, lines[line].index("\t"))
    if "scanning a quoted" in context:
        message = "A quotation mark opens here and is never closed."
        hint = f"Close it. If it belongs to the text: {_lower(BLOCK_HINT)}"
        return _Said("unclosed-quote", message, hint, begun.line, begun.column)
    if "parsing a quoted" in context:
        message = (
            "After a backslash between double quotes stands a code, and this one is not known."
        )
        return _Said(
            "backslash", message, "Use single quotes, or two backslashes.", line, mark.column
        )
    if "flow" in context:
        return _brackets(lines, begun, line, mark.column)
    if "block scalar" in context:
        message = f"Behind `{lines[begun.line][begun.column]}` no text may stand on the same line."
        hint = "Write `|`, and the text on the next line, indented."
        return _Said("text-after-bar", message, hint, begun.line, begun.column)
    if context.endswith(("an alias", "an anchor", "a tag")) or "tag handle" in problem:
        return _sign(lines, begun.line, begun.column)
    if "directive" in context or "document" in problem or "directive" in problem:
        message = "YAML gives a line that begins with `%`, `---` or `...` a meaning of its own."
        return _Said("yaml", message, "Remove the line.", line, mark.column)
    if "simple key" in context:
        return _key(lines, begun.line)
    if "mapping values" in problem:
        return _colon(lines, line, mark.column)
    if "block sequence entries" in problem:
        message = "A list cannot begin on the line of its key."
        hint = "Begin it on the next line, indented. If the hyphen belongs to the text, write `|`."
        return _Said("list-on-key", message, hint, line, mark.column)
    if "any token" in problem or "node content" in problem or "mapping keys" in problem:
        return _sign(lines, line, mark.column)
    return _key_expected(lines, line, mark.column, indent)


def _brackets(lines: list[str], begun: Mark, line: int, column: int) -> _Said:
    for number in range(begun.line, line):
        if comment := _COMMENT.search(lines[number]):
            return _lost(number, comment.end())
    opened = lines[begun.line][begun.column]
    if line > begun.line:
        message = f"This `{opened}` is never closed, or a comma is missing up to line {line + 1}."
        return _Said("brackets", message, _LIST_HINT, begun.line, begun.column)
    message = f"Between `{opened}` and its end, the list cannot be read from here on."
    hint = f"A text in it may hold no comma, colon or bracket. {_LIST_HINT}"
    return _Said("brackets", message, hint, line, column)


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
    if column > indent:
        lead = _LEAD.match(text)
        start = lead.end() if lead else indent
        first = text[start : start + 1]
        if first in {"{", "["}:
            return _sign(lines, line, start)
        if first in {'"', "'"}:
            message = "The text goes on behind the closing quotation mark."
            hint = f"Put the whole text in other quotation marks, or: {_lower(BLOCK_HINT)}"
            return _Said("text-after-quote", message, hint, line, column)
        return _unreadable(line, column)
    above = _above(lines, line)
    if above is not None and (comment := _COMMENT.search(lines[above])):
        return _lost(above, comment.end())
    if text[indent:].startswith("- "):
        message = "A list item stands here where a key was expected."
        return _Said("indentation", message, "Indent it as the items above.", line, column)
    message = "The beginning of this line is in no column in which a line above begins."
    hint = "Let it begin in the same column as the keys or items it belongs to."
    return _Said("indentation", message, hint, line, column)


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
