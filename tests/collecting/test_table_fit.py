from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.collecting.table import Choices, read_answer_table
from kit.collecting.table_form import Asked
from kit.errors import Place

if TYPE_CHECKING:
    from pathlib import Path

    from kit.library import Library

HALF = "can-respond,mentoring-improved,recommend,improve"


def doubt_of(library: Library, path: Path, *columns: str) -> tuple[str, Place | None] | None:
    choices = Choices(Asked(session="small"), columns=columns)
    doubt = read_answer_table(library, path, path.name, choices).doubt
    return doubt and (doubt.code, doubt.where)


@pytest.mark.parametrize(
    ("headings", "column"),
    [
        (HALF, None),
        (f"{HALF},a,b,c,d", None),
        (f"a,b,{HALF},c,d,e", 1),
        (f"{HALF},a,b,c,d,Email,Timestamp", None),
        ("recommend,improve", 1),
        ("Timestamp,recommend,a", 3),
    ],
)
def test_half_of_the_columns_and_half_of_the_questions_have_to_be_the_form_s(
    library: Library, tmp_path: Path, headings: str, column: int | None
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{headings}\n{'3,' * headings.count(',')}3\n", encoding="utf-8")
    expected = column and ("another-form", Place("own.csv", 1, column))
    assert doubt_of(library, path) == expected


def test_columns_that_somebody_named_count_as_the_form_s_and_none_as_left_out(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{HALF},a,b,c,d,e\n{'3,' * 8}3\n", encoding="utf-8")
    assert doubt_of(library, path)
    assert doubt_of(library, path, "I=none") is None
    assert doubt_of(library, path, "I=most-useful") is None
