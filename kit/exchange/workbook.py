"""The sheets of a workbook (XLSX) as tables.

It is looked over before anything of it is unpacked: a small file can hold a large one.
"""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from kit.errors import KitError, Place, Problem
from kit.exchange.table import MOST_COLUMNS, MOST_ROWS, Row, Table, too_large
from kit.press.extras import missing
from kit.reading.roster_encoding import EXPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PARTS: Final = 2_000
_MOST_UNPACKED: Final = 60_000_000
"""Bytes of all parts together; a table of 20,000 rows has some 40 million."""
_MOST_SHEETS: Final = 30
_MOST_BLANK: Final = 100_000
"""Rows, with those that hold nothing."""


def tables_of_workbook(content: bytes, shown: str) -> tuple[Table, ...]:
    """Read the sheets of a workbook.

    Raises:
        KitError: it is no workbook, is damaged or too large, or the extra is not installed.
    """
    _look_over(content, shown)
    if lacking := missing("table"):
        raise KitError([Problem(lacking.code, lacking.message, Place(shown), EXPORT)])
    from openpyxl import load_workbook  # noqa: PLC0415 - an extra

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it leaves out is nothing of a table
            book = load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            visible = (each for each in book.worksheets if each.sheet_state == "visible")
            sheets = islice(visible, _MOST_SHEETS)
            return tuple(Table(tuple(_rows(each, shown)), each.title) for each in sheets)
    except KitError:
        raise
    except Exception as error:
        # A damaged file fails anywhere in the library, in any way.
        raise KitError([_damaged(shown)]) from error


def _look_over(content: bytes, shown: str) -> None:
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            listed = parts.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OverflowError):
        raise KitError([_damaged(shown)]) from None
    if "xl/workbook.xml" not in {each.filename for each in listed}:
        message = "This is a packed file, but no workbook (.xlsx)."
        raise KitError([Problem("not-a-table", message, Place(shown), EXPORT)])
    if len(listed) > _MOST_PARTS or sum(each.file_size for each in listed) > _MOST_UNPACKED:
        message = "Unpacked, this workbook is larger than any table of answers."
        hint = "Copy the answers alone into a new one, or save them as CSV."
        raise KitError([Problem("too-large", message, Place(shown), hint)])


def _damaged(shown: str) -> Problem:
    message = "This workbook is damaged, or of a kind that cannot be read."
    return Problem("damaged", message, Place(shown), f"Save it as .xlsx again, or as CSV. {EXPORT}")


def _rows(sheet: Any, shown: str) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a sheet says about its size may be wrong
    where = Place(f"{shown}, sheet {sheet.title}")
    count = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > _MOST_BLANK:
            raise too_large(shown, where)
        cells = tuple(map(_text, values))
        while cells and not cells[-1].strip():
            cells = cells[:-1]
        if not cells:
            continue
        count += 1
        if count > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise too_large(shown, where)
        yield Row(number, cells)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.isoformat(" ", "seconds")
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)
