"""Bytes to text: UTF-8 only, of a sensible size, with nothing invisible in it."""

from __future__ import annotations

import re
import stat
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import name as character_name

from kit.errors import KitError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 2_000_000
_MOST_REPORTED = 20

LINE_BREAK = re.compile(r"\r\n|\r|\n")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufeff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)
"""Characters that cannot be printed, or that editors and YAML take for different things."""

_NAMES = {
    "\x0b": "a line break from a slide or a word processor",
    "\x0c": "a page break",
    "\x85": "a line break from another system",
    "\u2028": "a line break from a web page or a slide",
    "\u2029": "a paragraph break from a web page or a slide",
    "\ufeff": "a byte order mark",
}


def read_text(path: Path, shown: str) -> str:
    """Read a text file.

    Raises:
        KitError: it cannot be read, is too large, is not UTF-8, or holds invisible characters.
    """
    content = read_bytes(path, shown)
    text = _decode(content, shown)
    refuse_invisible(text, shown)
    return text


def read_bytes(
    path: Path, shown: str, most: int = MOST_BYTES, more_than: str = "any workshop"
) -> bytes:
    """Read an ordinary file of a sensible size.

    Raises:
        KitError: it cannot be read, or is larger than `more_than` (“any workshop”) needs.
    """
    where = Place(shown)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise KitError([Problem("not-a-file", "This is a folder, not a file.", where)])
        if not stat.S_ISREG(mode):
            # A pipe or a device would block or never end.
            raise KitError([Problem("not-a-file", "This is not an ordinary file.", where)])
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        raise KitError([Problem("no-such-file", "This file does not exist.", where)]) from None
    except PermissionError:
        hint = "Change its permissions so that you may read it."
        problem = Problem("not-readable", "You may not read this file.", where, hint)
        raise KitError([problem]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not a file name"
        problem = Problem("not-readable", f"This file cannot be read: {reason}.", where)
        raise KitError([problem]) from None
    if len(content) > most:
        million = 1_000_000
        size = f"{most // million} MB" if most >= million else f"{most // 1_000} kB"
        message = f"This file is larger than {size}: more than {more_than}."
        raise KitError([Problem("too-large", message, where, "Split it, or move pictures out.")])
    return content


def refuse_invisible(text: str, shown: str) -> None:
    """Make sure that what one sees of a text is what is read.

    Raises:
        KitError: it holds invisible characters, each told at its place.
    """
    if problems := _invisible(text, shown):
        raise KitError(problems)


def lines_of(text: str) -> list[str]:
    """Split a text into lines as editors count them."""
    return LINE_BREAK.split(text)


def describe_character(character: str) -> str:
    """Say what an invisible character is, in words where there are any."""
    number = f"U+{ord(character):04X}"
    if character in _NAMES:
        return f"{_NAMES[character]} ({number})"
    if "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000":
        return f"a symbol of one font that others lack ({number})"
    named = character_name(character, "").lower()
    return f"{named} ({number})" if named else f"a control character ({number})"


def _decode(content: bytes, shown: str) -> str:
    save = "In your editor, save it with the encoding UTF-8."
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "This file is saved as UTF-16 (“Unicode”), not as UTF-8."
        raise KitError([Problem("encoding", message, Place(shown, 1, 1), save)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = lines_of(content[: error.start].decode("utf-8", "replace").removeprefix("\ufeff"))
        source = LINE_BREAK.split(content[error.start :].decode("latin-1"), maxsplit=1)[0]
        where = Place(shown, len(before), len(before[-1]) + 1, before[-1] + source)
    if b"\x00" in content:
        message = "This is not a text file."
        raise KitError([Problem("not-text", message, Place(shown), "Is it the right file?")])
    message = "This file is not saved as UTF-8: from here on its letters cannot be told."
    raise KitError([Problem("encoding", message, where, save)])


def _invisible(text: str, shown: str) -> list[Problem]:
    if "\x00" in text:
        return [
            Problem("not-text", "This is not a text file.", Place(shown), "Is it the right file?")
        ]
    problems = []
    for match in islice(INVISIBLE.finditer(text), _MOST_REPORTED):
        before = lines_of(text[: match.start()])
        rest = LINE_BREAK.split(text[match.start() :], maxsplit=1)[0]
        source = INVISIBLE.sub(" ", before[-1] + rest)
        problems.append(
            Problem(
                "invisible-character",
                f"There is an invisible character here: {describe_character(match.group())}.",
                Place(shown, len(before), len(before[-1]) + 1, source),
                "Delete it and type what you meant.",
            )
        )
    return problems
