from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kit.errors import KitError
from kit.exchange.csv_table import table_of_csv


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in table_of_csv(content, "a.csv").rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_told_by_rows_of_one_width(separator: str) -> None:
    rows = ["recommend{0}improve", '4{0}"Less, and; more"', "5{0}Yes", '6{0}"Two\nlines"']
    content = "\n".join(rows).format(separator).encode()
    assert cells(content) == [
        ("recommend", "improve"),
        ("4", "Less, and; more"),
        ("5", "Yes"),
        ("6", "Two\nlines"),
    ]


def test_a_file_may_say_its_separator() -> None:
    assert cells(b"sep=;\r\na;b\r\n1;2\r\n") == [("a", "b"), ("1", "2")]


def test_one_column_is_a_table_too() -> None:
    assert cells(b"recommend\n4\n\n5\n") == [("recommend",), ("4",), ("5",)]


def test_rows_have_the_numbers_of_a_spreadsheet_and_the_lines_of_the_text() -> None:
    rows = table_of_csv(b'a,b\n"1\n1",2\n\n3,4\n', "a.csv").rows
    assert [(row.number, row.line) for row in rows] == [(1, 1), (2, 2), (4, 5)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_read_as_spreadsheets_save_them(encoding: str) -> None:
    assert cells("a,b\r\n4,Más café\r\n".encode(encoding)) == [("a", "b"), ("4", "Más café")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'a,b\n1,"2\n3,4\n', "broken-row"),
        (b'a,b\n1,"2"x\n', "broken-row"),
        (b'a,b\n1,"' + b"x" * 200_000 + b'"\n', "broken-row"),
        (b"%PDF-1.7\n", "not-csv"),
        (b"<!DOCTYPE html>", "not-csv"),
        (b"a\n" + b"1\n" * 20_001, "too-many-rows"),
        (b"," * 2_001 + b"x\n1\n", "too-many-rows"),
    ],
)
def test_what_is_no_table_is_told(content: bytes, code: str) -> None:
    with pytest.raises(KitError) as told:
        table_of_csv(content, "a.csv")
    (problem,) = told.value.problems
    assert problem.code == code
    assert problem.where
    assert problem.where.file == "a.csv"
    assert problem.hint


@given(content=some.binary(max_size=300) | some.text(max_size=300).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_table_or_told(content: bytes) -> None:
    problems = 0
    try:
        table_of_csv(content, "a.csv")
    except KitError as error:
        problems = len(error.problems)
    assert problems in {0, 1}
