"""A table in CSV, in whichever encoding and with whichever separator it was saved."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Place, Problem
from kit.exchange.table import MOST_COLUMNS, MOST_ROWS, Row, Table, too_large
from kit.reading.roster_encoding import decode
from kit.reading.text_file import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEPARATORS: Final = ",;\t|"
_LOOKED_AT: Final = 30
"""Rows from which the separator is told."""
_SAYS_SEPARATOR: Final = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*', re.IGNORECASE)


def table_of_csv(content: bytes, shown: str) -> Table:
    """Read a table in CSV.

    Raises:
        KitError: it is another kind of file, or a row cannot be read.
    """
    decoded = decode(content, shown, "a table")
    lines = lines_of(decoded.text)
    start, separator = 0, None
    if lines and (said := _SAYS_SEPARATOR.fullmatch(lines[0].strip(" "))):
        start, separator = 1, said[1]
    rows = []
    for row in _rows(lines, start, separator or _separator(lines), shown):
        if any(cell.strip() for cell in row.cells):
            rows.append(row)
        if len(rows) > MOST_ROWS or len(row.cells) > MOST_COLUMNS:
            raise too_large(shown, Place(shown, row.line, 1))
    return Table(tuple(rows), guess=decoded.guess)


def _rows(lines: Sequence[str], start: int, separator: str, shown: str) -> Iterator[Row]:
    reader = csv.reader(_with_ends(lines, start), delimiter=separator, strict=True)
    line = start + 1
    number = start
    try:
        for cells in reader:
            number += 1
            yield Row(number, tuple(cells), line)
            line = start + reader.line_num + 1
    except csv.Error:
        message = "The quotation marks of this row do not match, or a cell of it is far too long."
        source = lines[line - 1] if line <= len(lines) else ""
        hint = "Save the table as CSV again, from the program that it comes from."
        problem = Problem("broken-row", message, Place(shown, line, 1, source[:200]), hint)
        raise KitError([problem]) from None


def _with_ends(lines: Sequence[str], start: int) -> Iterator[str]:
    """Give the lines with their ends, which belong to cells of several lines."""
    return (f"{line}\n" for line in islice(lines, start, None))


def _separator(lines: Sequence[str]) -> str:
    """Tell the separator: with the right one, rows have one width, and more than one cell."""

    def fit(separator: str) -> tuple[float, int]:
        reader = csv.reader(_with_ends(lines, 0), delimiter=separator)
        try:
            widths = [len(row) for row in islice(reader, _LOOKED_AT) if any(row)]
        except csv.Error:
            return 0.0, 0
        if not widths or widths[0] == 1:
            return 0.0, 0
        (_, often), *_ = Counter(widths).most_common(1)
        return often / len(widths), widths[0]

    return max(_SEPARATORS, key=fit)
