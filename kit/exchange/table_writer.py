"""Rows of text ▶ a table as a file that spreadsheets open: CSV, or a workbook (XLSX)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

from kit.exchange.formula_guard import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.instrument.description import FormDescription

_NARROW: Final = 14
_WIDE: Final = 38
_SPARE_ROWS: Final = 500
"""For how many people the cells are made ready."""


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows as spreadsheets read them best: with a byte-order mark and Windows' line ends."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(map(guarded, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_workbook(rows: Sequence[Sequence[str]], form: FormDescription) -> bytes:
    """Write the head of a table of answers as a workbook whose cells take only what fits.

    Cells hold text, so that a spreadsheet makes no date of `1-3`.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - an extra
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    book.properties.creator = "Workshop Kit"
    sheet = book.active
    sheet.title = "Answers"
    sheet.freeze_panes = f"B{len(rows) + 1}"
    for number, row in enumerate(rows, start=1):
        for at, text in enumerate(row, start=1):
            cell = sheet.cell(number, at, text)
            cell.data_type = "s"  # never a formula
    fields = enumerate((None, *form.fields), start=1)
    for at, field in fields:
        letter = get_column_letter(at)
        is_wide = field is not None and field.kind == "text"
        sheet.column_dimensions[letter].width = _WIDE if is_wide else _NARROW
        _make_ready(sheet, at, len(rows))
        if field is not None and field.kind == "one":
            below = f"{letter}{len(rows) + 1}:{letter}{len(rows) + _SPARE_ROWS}"
            sheet.add_data_validation(_only(field.values, below))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _make_ready(sheet: Any, column: int, heads: int) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - an extra

    wrapped = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, column).font = Font(bold=True)
    for row in range(2, heads + _SPARE_ROWS + 1):
        cell = sheet.cell(row, column)
        cell.alignment = wrapped
        if row > heads:
            cell.number_format = "@"


def _only(values: Sequence[str], cells: str) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - an extra

    allowed = DataValidation("list", formula1=f'"{",".join(values)}"', showErrorMessage=True)
    allowed.errorTitle = "No such answer"
    allowed.error = f"Type one of: {', '.join(values)}; or leave the cell empty."
    allowed.add(cells)
    return allowed
