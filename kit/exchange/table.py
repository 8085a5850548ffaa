"""A table of texts, as it came from a file: its rows, each with its number there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kit.errors import KitError, Place, Problem

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 2_000
_A: Final = ord("A")
_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Row:
    """One row with anything in it. `number` counts as spreadsheets do; `line` is that of the text.

    A workbook has no lines; there `line` is 0.
    """

    number: int
    cells: tuple[str, ...]
    line: int = 0

    def cell(self, column: int) -> str:
        """Give the text of a cell, empty where the row ends before it."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file or of one sheet of it. `sheet` is empty in CSV.

    `guess` names the encoding where it could only be guessed.
    """

    rows: tuple[Row, ...]
    sheet: str = ""
    guess: str = ""


def too_large(shown: str, where: Place | None = None) -> KitError:
    """Make the error for a table with too many rows or columns."""
    message = (
        f"This table has more than {MOST_ROWS:,} rows or {MOST_COLUMNS:,} columns: more than any "
        "table of answers."
    )
    hint = "Keep the rows with answers, and take in the others from a second file."
    return KitError([Problem("too-many-rows", message, where or Place(shown), hint)])


def column_name(column: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 26 is AA."""
    name, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        name = chr(_A + letter) + name
    return name


def column_number(name: str) -> int | None:
    """Read the name of a column: A is 0; None where it is none."""
    if not (name.isascii() and name.isalpha()) or len(name) > 3:  # noqa: PLR2004 - XFD is the last
        return None
    number = 0
    for letter in name.upper():
        number = number * _LETTERS + ord(letter) - _A + 1
    return number - 1


def cell_name(column: int, row: Row) -> str:
    """Name a cell as spreadsheets do: B7."""
    return f"{column_name(column)}{row.number}"
