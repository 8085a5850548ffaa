from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as some

from kit.exchange.systems.redcap_writer import HEAD, write_dictionary, write_instrument
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.exchange.questionnaire import Questionnaire

    Worded = Callable[[str], Questionnaire]


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_columns_are_those_of_a_data_dictionary(worded: Worded) -> None:
    # OuhscBbmc/REDCapR, inst/test-data/project-survey/survey-data-dictionary.csv
    head = write_dictionary(worded("x")).decode("utf-8-sig").splitlines()[0]
    assert head == (
        "Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"
        '"Choices, Calculations, OR Slider Labels",Field Note,'
        "Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation Max,"
        "Identifier?,Branching Logic (Show field only if...),Required Field?,Custom Alignment,"
        "Question Number (surveys only),Matrix Group Name,Matrix Ranking?,Field Annotation"
    )
    assert len(HEAD) == 18


def test_an_instrument_is_the_dictionary_without_the_record(worded: Worded) -> None:
    packed = write_instrument(worded("x"))
    assert packed == write_instrument(worded("x"))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["OriginID.txt", "instrument.csv"]
        assert rows_of(archive.read("instrument.csv")) == rows_of(write_dictionary(worded("x")))[1:]


def test_what_people_read_first_is_no_question(worded: Worded) -> None:
    first = rows_of(write_dictionary(worded("x")))[1]
    assert (first["Field Type"], first["Field Label"]) == ("descriptive", "x")


def test_the_line_for_another_answer_shows_where_it_was_chosen(worded: Worded) -> None:
    shown = {
        row["Variable / Field Name"]: row["Branching Logic (Show field only if...)"]
        for row in rows_of(write_dictionary(worded("x")))
    }
    assert shown["pace_other"] == "[pace] = 'other'"


@given(some.text(alphabet="ab[]|<>,\"'=@+- \né{}", max_size=20))
def test_words_stay_words(worded: Worded, text: str) -> None:
    asked = worded(text)
    rows = rows_of(write_dictionary(asked))[2:]
    assert len(rows) == len(asked.form.fields)
    for row, field in zip(rows, asked.form.fields, strict=True):
        assert key_of(row["Field Label"]) == key_of(asked.title)
        choices = row["Choices, Calculations, OR Slider Labels"]
        given_choices = [each.strip().split(", ", 1) for each in choices.split("|") if choices]
        assert [code for code, *_ in given_choices] == list(field.values)
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@"))
        assert not re.search(r"[\[{]\w", f"{row['Field Label']} {choices}")
        assert "<a" not in row["Field Label"] + choices
