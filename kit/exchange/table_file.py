"""A table in a file, CSV or a workbook (XLSX) ▶ rows of texts, each with its number there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Place, Problem
from kit.reading.roster_encoding import EXPORT
from kit.reading.text_file import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 2_000
_PACKED: Final = b"PK\x03\x04"
_LOCKED: Final = b"\xd0\xcf\x11\xe0"
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


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file of tables."""

    shown: str
    tables: tuple[Table, ...]

    def place(self, table: Table, row: Row | None = None) -> Place:
        """Say where a row stands."""
        file = f"{self.shown}, sheet {table.sheet}" if table.sheet else self.shown
        return Place(file, row.line, 1) if row and row.line else Place(file)


def read_table_file(path: Path, shown: str) -> TableFile:
    """Read the tables of a file; `shown` is its name in messages.

    Raises:
        KitError: it is no table, is damaged, or larger than any table of answers.
    """
    content = read_bytes(path, shown, MOST_BYTES, "any table of answers")
    if content.startswith(_LOCKED) and path.suffix.lower() == ".xlsx":
        message = "This workbook has a password."
        hint = "Open it, save it without one, and run this again."
        raise KitError([Problem("locked", message, Place(shown), hint)])
    if content.startswith(_PACKED):
        from kit.exchange.workbook import tables_of_workbook  # noqa: PLC0415 - an extra

        tables = tables_of_workbook(content, shown)
    else:
        from kit.exchange.csv_table import table_of_csv  # noqa: PLC0415 - as above

        tables = (table_of_csv(content, shown),)
    if not any(table.rows for table in tables):
        raise KitError([Problem("empty-table", "This table is empty.", Place(shown), EXPORT)])
    return TableFile(shown, tables)


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
