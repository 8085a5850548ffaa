"""An empty table to type the answers on paper into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import KitError, Place, Problem
from kit.exchange.answer_table import head_rows
from kit.exchange.table_writer import as_csv, as_workbook
from kit.pipeline.files import storage_problem, write_whole
from kit.press.extras import missing

if TYPE_CHECKING:
    from pathlib import Path

    from kit.instrument.description import FormDescription

ENDINGS = (".csv", ".xlsx")


def write_template(form: FormDescription, path: Path, shown: str) -> None:
    """Write the empty table of a form; nothing is ever written over.

    Raises:
        KitError: the file is there, cannot be written, or is of another kind than CSV and XLSX.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        message = "A table of answers is a file that ends in .csv or .xlsx."
        raise KitError([Problem("table-kind", message, Place(shown), "Name it so.")])
    if ending == ".xlsx" and (lacking := missing("table")):
        raise KitError([lacking])
    if path.exists() or path.is_symlink():
        message = "This file is there already; answers may have been typed into it."
        raise KitError([Problem("file-used", message, Place(shown), "Choose another name.")])
    rows = head_rows(form)
    content = as_csv(rows) if ending == ".csv" else as_workbook(rows, form)
    try:
        write_whole(path, content)
    except OSError as error:
        raise KitError([storage_problem(error, shown)]) from error
