"""What keeps a text from being JSON, in words for whoever changed the file by hand."""

from __future__ import annotations

import json
from typing import Final

from kit.errors import Place, Problem
from kit.reading.text_file import lines_of

_SAID: Final = (
    (
        "Expecting ',' delimiter",
        "A comma is missing before this place, or quotation marks or a bracket do not match.",
        'Put a comma between two entries; write a quotation mark inside a text as `\\"`.',
    ),
    (
        "Illegal trailing comma",
        "A comma stands here with nothing after it.",
        "Take the comma away: the last entry has none.",
    ),
    (
        "Expecting property name",
        "The name of an entry was expected here, in double quotes.",
        'Write it as `"note": `; behind the last entry stands no comma.',
    ),
    (
        "Expecting ':' delimiter",
        "A colon is missing between the name of an entry and what it says.",
        'Write `"note": "…"`.',
    ),
    (
        "Expecting value",
        "Something was expected here: a number, or a text in double quotes.",
        "Put texts in double quotes; behind the last entry stands no comma.",
    ),
    (
        "Unterminated string",
        "A quotation mark opens here and is never closed.",
        'Write a `"` behind the text.',
    ),
    (
        "Invalid control character",
        "A text in quotation marks goes on over the end of its line, or holds a tab.",
        "Keep it on one line, and write `\\n` for a line break.",
    ),
    (
        "Invalid \\",
        "After a backslash stands a code, and this one is not known.",
        "Write two backslashes for one.",
    ),
    (
        "Extra data",
        "The file is complete before this place, and more follows.",
        "Take away what follows, such as a second copy or a bracket too many.",
    ),
)


def json_problem(text: str, shown: str) -> Problem | None:
    """Say what keeps a text from being JSON, at its line and column; None where nothing does."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        source = lines_of(text)[error.lineno - 1] if text else ""
        where = Place(shown, error.lineno, error.colno, source)
        if not text.strip():
            return Problem("empty-file", "There is nothing in this file.", Place(shown))
        for start, message, hint in _SAID:
            if error.msg.startswith(start):
                return Problem("json", message, where, hint)
        return Problem("json", "From here on, this file cannot be read.", where)
    except (RecursionError, ValueError):
        return Problem(
            "json", "This file is nested too deep, or a number is too long.", Place(shown)
        )
    return None
