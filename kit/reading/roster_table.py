"""A roster's text as rows of cells: separator, quotation marks, and where the table begins."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.reading.roster_columns import Column, meaning_of
from kit.reading.text_file import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEPARATORS = ",;\t|"
_NONE = "\x1f"
"""Separates nothing: for a roster of one column, whose names may hold commas."""
_MOST_LINES = 200
"""Of one row: a quotation mark that is never closed must not swallow a roster."""
_MOST_ABOVE = 12
_SAYS_SEPARATOR = re.compile(r'"?sep=([,;\t|:^~])"?[,;\t|]*', re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One row: its cells, its line, and its text; `broken` where quotation marks do not match."""

    line: int
    cells: tuple[str, ...]
    source: str
    separator: str
    broken: bool = False

    def column(self, at: int) -> int:
        """Say at which character a cell begins, where quotation marks leave no doubt; else 1."""
        if '"' in self.source or at >= len(self.cells):
            return 1
        cells = self.source.split(self.separator)
        space = len(cells[at]) - len(cells[at].lstrip())
        return sum(len(cell) + 1 for cell in cells[:at]) + space + 1


def table_of(text: str) -> tuple[Row, Iterator[Row]] | None:
    """Find the row of headings and those below it; None where no row has a heading for names.

    Above the headings there may be a line that names the separator, and a title.
    """
    lines = lines_of(text)
    start, separators = 0, _SEPARATORS
    if said := _SAYS_SEPARATOR.fullmatch(lines[0].strip(" ")):
        start, separators = 1, said[1]
    found = []
    with_text = [at for at in range(start, len(lines)) if lines[at].strip()]
    for at in with_text[:_MOST_ABOVE]:
        for rank, separator in enumerate((*separators, _NONE)):
            row, after = _row(lines, at, separator)
            if known := _known(row.cells):
                found.append((-known, at, -len(row.cells), rank, row, after))
    if not found:
        return None
    *_, head, after = min(found, key=lambda each: each[:4])
    if len(head.cells) == 1 and said is None:
        head = Row(head.line, head.cells, head.source, _NONE, head.broken)
    return head, _rows(lines, after, head.separator, len(head.cells))


def headings_guess(text: str) -> str:
    """Give the first line with text: what was probably meant as headings."""
    return next((line for line in lines_of(text) if line.strip()), "")


def _known(cells: Sequence[str]) -> int:
    columns = {meaning[1] for cell in cells if (meaning := meaning_of(cell))}
    has_names = columns & {Column.NAME, Column.GIVEN, Column.FAMILY}
    return len(columns) if has_names else 0


def _rows(lines: Sequence[str], start: int, separator: str, width: int) -> Iterator[Row]:
    at = start
    while at < len(lines):
        row, at = _row(lines, at, separator, width)
        if any(cell.strip() for cell in row.cells):
            yield row


def _row(lines: Sequence[str], at: int, separator: str, width: int = 0) -> tuple[Row, int]:
    """Read one row and say at which line the next begins.

    Where quotation marks do not match, the line is read for itself, so that no other is lost.
    """
    line = lines[at]
    if '"' not in line:
        return Row(at + 1, tuple(line.split(separator)), line, separator), at + 1
    ahead = (f"{each}\n" for each in lines[at : at + _MOST_LINES])
    reader = csv.reader(ahead, delimiter=separator, skipinitialspace=True, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        return Row(at + 1, _mended(line, separator, width), line, separator, broken=True), at + 1
    after = at + reader.line_num
    return Row(at + 1, tuple(cells), " ".join(lines[at:after]), separator), after


def _mended(line: str, separator: str, width: int) -> tuple[str, ...]:
    plain = tuple(cell.replace('"', "") for cell in line.split(separator))
    try:
        (quoted,) = csv.reader([line], delimiter=separator, skipinitialspace=True)
    except (csv.Error, ValueError):
        return plain
    return plain if abs(len(plain) - width) < abs(len(quoted) - width) else tuple(quoted)
