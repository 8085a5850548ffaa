from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.exchange.table import column_name, column_number
from kit.exchange.table_file import read_table_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_the_names_that_spreadsheets_give(number: int, name: str) -> None:
    assert column_name(number) == name
    assert column_number(name) == column_number(name.lower()) == number


@pytest.mark.parametrize("name", ["", "1", "A1", "ÄA", "ABCD"])
def test_other_texts_name_no_column(name: str) -> None:
    assert column_number(name) is None


def test_a_file_has_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    file = read_table_file(path, "a.csv")
    assert [row.cells for row in file.tables[0].rows] == [("a", "b"), ("1", "2")]
    assert str(file.place(file.tables[0], file.tables[0].rows[1])) == "a.csv:2:1"


@pytest.mark.parametrize("content", [b"", b"\n\n", b" ,\n"])
def test_an_empty_table_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(KitError, match="This table is empty"):
        read_table_file(path, "a.csv")
