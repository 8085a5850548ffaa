from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

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
    return list(csv.DictReader(text, delimiter="\t"))


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


def test_answers_have_codes_of_at_most_five_characters(worded: Worded) -> None:
    codes = [row["name"] for row in rows_of(write_structure(worded("x"))) if row["class"] == "A"]
    assert codes[:3] == ["A1", "A2", "na"]
    assert all(len(code) <= 5 for code in codes)
    assert [code_of(each) for each in ("0", "12", "na")] == ["A0", "A12", "na"]
