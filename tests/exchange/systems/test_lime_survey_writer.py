from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kit.exchange.systems.lime_survey_writer import code_of, write_structure
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.exchange.questionnaire import Questionnaire

    Worded = Callable[[str], Questionnaire]


def rows_of(content: bytes) -> list[dict[str, str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    head, *rows = csv.reader(text, delimiter="\t")
    return [dict(zip(map(str.strip, head), row, strict=True)) for row in rows]


@given(some.text(alphabet="ab\t\n\"'\\{}<>=- é", max_size=20))
def test_words_stay_words(worded: Worded, text: str) -> None:
    asked = worded(text)
    content = write_structure(asked)
    rows, plain = rows_of(content), rows_of(write_structure(worded("x")))
    assert [(row["class"], row["type/scale"]) for row in rows] == [
        (row["class"], row["type/scale"]) for row in plain
    ]
    for row in rows:
        assert not re.search(r"\{\S|<a|\\", row["text"])
        if row["class"] in {"Q", "SQ", "A"}:
            assert key_of(row["text"]) == key_of(asked.title)


@pytest.mark.parametrize("letter", ["é", "…", "🎉"])
@pytest.mark.parametrize("before", range(4))
def test_no_letter_is_cut_where_the_import_stops_looking_at_the_encoding(
    worded: Worded, letter: str, before: int
) -> None:
    # TSVImportSurvey tells the encoding by the first 1,000 bytes and an `e` behind them.
    words = "x" * before + letter * 300
    content = write_structure(worded(words))
    assert content[:1000].decode("utf-8-sig").endswith(letter)
    assert words in [row["text"] for row in rows_of(content)]


def test_answers_have_codes_of_at_most_five_characters(worded: Worded) -> None:
    codes = [row["name"] for row in rows_of(write_structure(worded("x"))) if row["class"] == "A"]
    assert codes[:3] == ["A1", "A2", "na"]
    assert all(len(code) <= 5 for code in codes)
    assert [code_of(each) for each in ("0", "12", "na")] == ["A0", "A12", "na"]
