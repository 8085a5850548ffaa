"""Writing to a terminal or a file, whatever characters it knows."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.errors import Problem

_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "\u2018": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "→": "->",
        "×": "x",
        "·": "-",
        "•": "*",
        "≥": ">=",
        "≤": "<=",
        "\u00a0": " ",
    }
)


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_PLAIN)
    letters = unicodedata.normalize("NFKD", text)
    plain = "".join(
        letter if letter.isascii() else "?"
        for letter in letters
        if not unicodedata.combining(letter)
    )
    return plain, error.end


def prepare() -> None:
    """Let what a terminal cannot show be written in plainer characters instead of failing."""
    codecs.register_error("plainly", _plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="plainly")


def say(text: str = "") -> None:
    """Print to standard output."""
    print(text)


def note(text: str) -> None:
    """Print to standard error."""
    print(text, file=sys.stderr)


def complain(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, each with its place and its way out."""
    sys.stdout.flush()
    for problem in problems:
        note(str(problem))


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: `1 error`, `2 errors`, `no warnings`."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Set rows in columns; those in `right` stand flush right, as figures do."""
    lines = [head, *rows] if any(head) else [*rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
