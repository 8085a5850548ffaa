from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from kit.collecting.current_form import current_form
from kit.collecting.template import write_template
from kit.errors import KitError
from kit.library import find_library

if TYPE_CHECKING:
    from pathlib import Path


def test_a_template_in_csv_has_a_column_for_each_answer(project: Path, tmp_path: Path) -> None:
    form = current_form(find_library(project), "small")
    path = tmp_path / "answers.csv"
    write_template(form, path, "answers.csv")
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    assert len(rows) == 2
    assert rows[0][0] == f"Workshop Kit form: small {form.version} {form.wording} small"
    assert rows[0][1:] == [field.key for field in form.fields]
    assert rows[1][0] == "Sheet number"
    assert all(
        words.startswith(field.text) for words, field in zip(rows[1][1:], form.fields, strict=True)
    )
    assert "1 = strongly disagree" in rows[1][1]


def test_a_workbook_takes_only_what_can_be_answered(project: Path, tmp_path: Path) -> None:
    form = current_form(find_library(project), "small")
    path = tmp_path / "answers.xlsx"
    write_template(form, path, "answers.xlsx")
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]][1:] == [field.key for field in form.fields]
    one = next(at for at, field in enumerate(form.fields, start=2) if field.kind == "one")
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    letter = sheet.cell(1, one).column_letter
    assert lists[f"{letter}3:{letter}502"] == '"' + ",".join(form.fields[one - 2].values) + '"'
    assert sheet.cell(3, one).number_format == "@"


def test_nothing_is_written_over(project: Path, tmp_path: Path) -> None:
    form = current_form(find_library(project), "small")
    path = tmp_path / "answers.csv"
    path.write_text("typed for an hour", encoding="utf-8")
    with pytest.raises(KitError, match="is there already"):
        write_template(form, path, "answers.csv")
    assert path.read_text(encoding="utf-8") == "typed for an hour"


@pytest.mark.parametrize("name", ["answers", "answers.doc", "answers.xls"])
def test_other_kinds_of_file_are_refused(project: Path, tmp_path: Path, name: str) -> None:
    form = current_form(find_library(project), "small")
    with pytest.raises(KitError, match=r"ends in \.csv or \.xlsx"):
        write_template(form, tmp_path / name, name)
    assert not (tmp_path / name).exists()
