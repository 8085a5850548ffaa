"""Responses ▶ files for a spreadsheet, a statistics program, or another program."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

from kit.errors import KitError, Place, Problem
from kit.exchange.formula_guard import guarded
from kit.exchange.response_table import (
    ABOUT,
    CODEBOOK,
    codebook,
    column_keys,
    response_row,
    without_code,
)
from kit.exchange.table_writer import as_csv
from kit.pipeline.files import storage_problem, write_whole
from kit.press.extras import missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kit.answers.stored import StoredResponse
    from kit.instrument.description import FormDescription

FORMAT: Final = 1
"""Of the JSON that is exported."""
_NARROW: Final = 12
_WIDE: Final = 48
"""Widths of columns, in letters."""


def export_responses(
    responses: Sequence[StoredResponse], path: Path, shown: str, *, replace: bool = False
) -> tuple[Path, ...]:
    """Write responses into a file of the kind that its ending names: CSV, XLSX or JSON.

    A table has a codebook: a second sheet of a workbook, or a second file beside a CSV. Codes by
    which a person's answers to two forms are linked are left out.

    Returns:
        The files that were written.

    Raises:
        KitError: the ending is another one, an extra is missing, or a file is there already
            (without `replace`) or cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in _WRITERS:
        message = "Answers are exported into a file that ends in .csv, .xlsx or .json."
        hint = "Name it so; .csv and .xlsx open in a spreadsheet."
        raise KitError([Problem("export-kind", message, Place(shown), hint)])
    if kind == ".xlsx" and (lacking := missing("table")):
        raise KitError([lacking])
    files = {path: _WRITERS[kind]}
    if kind == ".csv":
        files[path.with_name(f"{path.stem}-codebook{path.suffix}")] = _csv_codebook
    if not replace:
        _refuse_used(files, path, shown)
    exported = [without_code(each) for each in responses]
    try:
        for target, make in files.items():
            write_whole(target, make(exported))
    except OSError as error:
        raise KitError([storage_problem(error, shown)]) from error
    return tuple(files)


def _refuse_used(files: Iterable[Path], path: Path, shown: str) -> None:
    used = [each for each in files if each.exists() or each.is_symlink()]
    if used:
        name = shown if used[0] == path else used[0].name
        message = "This file is there already; nothing was written."
        hint = "Choose another name, or write over it with `--replace`."
        raise KitError([Problem("file-used", message, Place(name), hint)])


def _csv(responses: Sequence[StoredResponse]) -> bytes:
    forms = _forms(responses)
    keys = column_keys(forms)
    return as_csv([(*ABOUT, *keys), *(response_row(each, keys) for each in responses)])


def _csv_codebook(responses: Sequence[StoredResponse]) -> bytes:
    forms = _forms(responses)
    return as_csv([CODEBOOK, *codebook(forms, column_keys(forms))])


def _workbook(responses: Sequence[StoredResponse]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - an extra

    forms = _forms(responses)
    keys = column_keys(forms)
    book = Workbook(write_only=True)
    book.properties.creator = "Workshop Kit"
    words = {field.key for form in forms for field in form.fields if field.kind == "text"}
    head = (*ABOUT, *keys)
    numbers = {at for at, key in enumerate(head) if key not in words and key not in ABOUT}
    rows = (response_row(each, keys) for each in responses)
    _sheet(book, "Responses", head, rows, numbers=numbers, wide=words)
    values = {CODEBOOK.index("value")}
    _sheet(book, "Codebook", CODEBOOK, codebook(forms, keys), numbers=values, wide={"question"})
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _sheet(
    book: Any,
    title: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: set[int],
    wide: set[str],
) -> None:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - an extra
    from openpyxl.styles import Font  # noqa: PLC0415 - an extra
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    for at, name in enumerate(head, start=1):
        width = _WIDE if name in wide else max(_NARROW, len(name) + 2)
        sheet.column_dimensions[get_column_letter(at)].width = width

    def cells(row: Sequence[str]) -> Iterator[Any]:
        for at, text in enumerate(row):
            if at in numbers and text.isascii() and text.isdigit():
                yield int(text)
                continue
            cell = WriteOnlyCell(sheet, guarded(text))
            cell.data_type = "s"  # never a formula, never a date
            yield cell if text else None

    titles = list(cells(head))
    for each in titles:
        each.font = Font(bold=True)
    sheet.append(titles)
    for row in rows:
        sheet.append(list(cells(row)))


def _json(responses: Sequence[StoredResponse]) -> bytes:
    forms = sorted(_forms(responses), key=lambda each: (each.session, each.form, each.version))
    data = {
        "format": FORMAT,
        "forms": [form.to_data() for form in forms],
        "responses": [_data(each) for each in responses],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _data(stored: StoredResponse) -> dict[str, Any]:
    response, form = stored.response, stored.response.form
    return {
        "response": stored.id,
        "session": form.session,
        "form": form.form,
        "version": form.version,
        "wording": form.wording,
        "language": form.language,
        "way": str(response.way),
        "day": response.day.isoformat(),
        "answers": {
            each.field: {"values": list(each.values), "status": str(each.status)}
            for each in response.answers
        },
    }


def _forms(responses: Iterable[StoredResponse]) -> tuple[FormDescription, ...]:
    return tuple(dict.fromkeys(each.response.form for each in responses))


_WRITERS: Final = {".csv": _csv, ".xlsx": _workbook, ".json": _json}
