"""A table in a file, CSV or a workbook (XLSX) ▶ rows of texts, each with its number there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Place, Problem
from kit.reading.roster_encoding import EXPORT
from kit.reading.text_file import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from kit.exchange.table import Row, Table

MOST_BYTES: Final = 20_000_000
_PACKED: Final = b"PK\x03\x04"
_LOCKED: Final = b"\xd0\xcf\x11\xe0"


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
