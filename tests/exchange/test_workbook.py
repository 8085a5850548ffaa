from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kit.errors import KitError
from kit.exchange.table_file import read_table_file
from kit.exchange.workbook import tables_of_workbook

if TYPE_CHECKING:
    from pathlib import Path


def workbook(*rows: list[Any], **more: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for title, others in more.items():
        sheet = book.create_sheet(title)
        for row in others:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_cells_are_texts_as_people_read_them() -> None:
    content = workbook(
        ["a", None, "c"],
        [],
        [4, 4.0, 4.5],
        [True, datetime(2027, 8, 12, 14, 3, 22), None],  # noqa: DTZ001 - workbooks have no zone
    )
    (table,) = tables_of_workbook(content, "a.xlsx")
    assert [(row.number, row.cells) for row in table.rows] == [
        (1, ("a", "", "c")),
        (3, ("4", "4", "4.5")),
        (4, ("TRUE", "2027-08-12 14:03:22")),
    ]


def test_every_visible_sheet_is_a_table() -> None:
    content = workbook(["a"], ["1"], second=[["b"], [2]])
    assert [each.sheet for each in tables_of_workbook(content, "a.xlsx")] == ["Sheet", "second"]


def packed(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return target.getvalue()


def changed(content: bytes, part: str, new: bytes) -> bytes:
    """Replace one part of a workbook."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", 8) as file:
        for each in old.infolist():
            file.writestr(each.filename, new if each.filename == part else old.read(each))
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (letter + 1, b"&%c;" % letter * 10) for letter in range(97, 106)
    )
    + b"]>"
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (packed(a=b"<a/>"), "not-a-table"),
        (packed(xl__workbook=b"<a/>"), "damaged"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (packed(xl__workbook=b"<a/>", big=b" " * 70_000_000), "too-large"),
        (packed(xl__workbook=b"", **{f"p{at}": b"" for at in range(2_001)}), "too-large"),
        (workbook([None] * 2_000 + ["far out"]), "too-many-rows"),
        (workbook(*([at] for at in range(20_001))), "too-many-rows"),
        (changed(workbook(["a"]), SHEET, b"<worksheet"), "damaged"),
        (
            changed(
                workbook(["a"]),
                SHEET,
                BOMB + b"<worksheet " + NAMESPACE + b'><sheetData><row r="1"><c r="A1" '
                b't="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>',
            ),
            "damaged",
        ),
        (
            changed(
                workbook(["a"]),
                SHEET,
                b"<worksheet " + NAMESPACE + b'><sheetData><row r="999999"><c r="A999999">'
                b"<v>1</v></c></row></sheetData></worksheet>",
            ),
            "too-many-rows",
        ),
    ],
)
def test_what_is_no_table_or_far_too_large_is_told(content: bytes, code: str) -> None:
    with pytest.raises(KitError) as told:
        tables_of_workbook(content, "a.xlsx")
    (problem,) = told.value.problems
    assert problem.code == code
    assert problem.where
    assert problem.where.file.startswith("a.xlsx")
    assert problem.hint


def test_without_the_extra_it_is_told_how_to_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(KitError) as told:
        tables_of_workbook(workbook_before, "a.xlsx")
    (problem,) = told.value.problems
    assert 'pip install "workshop-kit[table]"' in problem.message
    assert "CSV" in problem.hint


workbook_before = workbook(["a"], [1])


def test_a_workbook_with_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    with pytest.raises(KitError, match="has a password"):
        read_table_file(path, "a.xlsx")


@given(data=some.data())
@settings(max_examples=50, deadline=None, suppress_health_check=[*HealthCheck])
def test_a_damaged_workbook_is_read_or_told(data: some.DataObject) -> None:
    part = data.draw(some.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml", "whole"]))
    content = workbook_before
    if part != "whole":
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            content = file.read(part)
    damaged = bytearray(content)
    for _ in range(data.draw(some.integers(1, 4))):
        at = data.draw(some.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(some.integers(0, 30))] = data.draw(some.binary(max_size=30))
    made = bytes(damaged) if part == "whole" else changed(workbook_before, part, bytes(damaged))
    problems = 0
    try:
        tables_of_workbook(made, "a.xlsx")
    except KitError as error:
        problems = len(error.problems)
    assert problems in {0, 1}
