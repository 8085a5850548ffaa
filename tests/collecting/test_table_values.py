from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kit.collecting.table_values import (
    Reading,
    UnfitError,
    is_chosen,
    is_in_words,
    one_value,
    several_values,
)
from kit.instrument.answer_fields import AnswerField

AGREEMENT = AnswerField(
    "a",
    "a",
    "one",
    "Statement.",
    ("1", "2", "3", "4", "5", "na"),
    ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree", "Does not apply"),
)
TEN = AnswerField(
    "r",
    "r",
    "one",
    "How likely?",
    tuple(map(str, range(11))),
    ("0 (not at all likely)", *map(str, range(1, 10)), "10 (extremely likely)"),
)
USE = AnswerField(
    "u",
    "u",
    "several",
    "What?",
    ("1", "2", "3", "other"),
    ("the map", "pairs, with feedback, in turn", "the request", "other"),
)
YEARS = AnswerField("y", "y", "one", "Years?", ("1", "2", "3"), ("2", "3", "4 or more"))
PLAIN = Reading()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("4", "4"),
        (" 4 ", "4"),
        ("4.0", "4"),
        ("04", "4"),
        ("Agree", "4"),
        ("strongly  AGREE.", "5"),
        ("Strongly\u00a0agree", "5"),
        ("4 - Agree", "4"),
        ("4 = agree", "4"),
        ("Agree (4)", "4"),
        ("Does not apply", "na"),
        ("n/a", "na"),
        ("N/A", "na"),
        ("", None),
        ("\u00a0", None),
    ],
)
def test_one_answer_in_numbers_or_words(cell: str, value: str | None) -> None:
    assert one_value(cell, AGREEMENT, PLAIN) == value


@pytest.mark.parametrize(
    "cell",
    ["6", "0", "-1", "4.5", "4 5", "4 - Disagree", "Disagree (4)", "A4", "agre", "?"],
)
def test_what_fits_no_answer_is_never_guessed(cell: str) -> None:
    with pytest.raises(UnfitError, match="none of the answers: 1 = Strongly disagree"):
        one_value(cell, AGREEMENT, PLAIN)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0", "0"),
        ("10", "10"),
        ("0 (not at all likely)", "0"),
        ("0 - Not at all likely", "0"),
        ("10 = extremely likely", "10"),
    ],
)
def test_a_number_from_0_to_10(cell: str, value: str) -> None:
    assert one_value(cell, TEN, PLAIN) == value


def test_numbers_in_the_words_of_answers_are_told() -> None:
    with pytest.raises(UnfitError, match="may be the number of “3” or the words “2”"):
        one_value("2", YEARS, PLAIN)
    assert one_value("2", YEARS, Reading("numbers")) == "2"
    assert one_value("2", YEARS, Reading("words")) == "1"
    assert one_value("4 or more", YEARS, PLAIN) == "3"


def test_the_own_codes_of_a_system_count_where_it_has_them() -> None:
    assert one_value("AO04", AGREEMENT, Reading(codes=r"A[A-Z]?0*(\d{1,2})")) == "4"
    with pytest.raises(UnfitError):
        one_value("A9", AGREEMENT, Reading(codes=r"A[A-Z]?0*(\d{1,2})"))


@pytest.mark.parametrize(
    ("cell", "values", "words"),
    [
        ("", (), ""),
        ("2", ("2",), ""),
        ("1 3", ("1", "3"), ""),
        ("3, 1", ("1", "3"), ""),
        ("1.3", ("1", "3"), ""),
        ("1;3;", ("1", "3"), ""),
        ("1+2+3", ("1", "2", "3"), ""),
        ("the map;the request;", ("1", "3"), ""),
        ("the map, pairs, with feedback, in turn", ("1", "2"), ""),
        ("pairs, with feedback, in turn, the map", ("1", "2"), ""),
        ("the map, lunch, and coffee", ("1", "other"), "lunch, and coffee"),
        ("lunch;", ("other",), "lunch"),
        ("lunch", ("other",), "lunch"),
        ("1 other", ("1", "other"), ""),
    ],
)
def test_several_answers_in_one_cell(cell: str, values: tuple[str, ...], words: str) -> None:
    assert several_values(cell, USE, PLAIN) == (values, words)


@pytest.mark.parametrize("cell", ["4", "1 4", "1 1", "1.1", "0", "," * 6_000])
def test_several_answers_of_which_one_is_none(cell: str) -> None:
    with pytest.raises(UnfitError):
        several_values(cell, USE, PLAIN)


@pytest.mark.parametrize("cell", ["1", "Yes", "Y", "Checked", "TRUE", "x", "✓", "The map"])
def test_an_answer_with_a_column_of_its_own_was_chosen(cell: str) -> None:
    assert is_chosen(cell, USE, "1")


@pytest.mark.parametrize("cell", ["", "0", "No", "Unchecked", "FALSE", " "])
def test_an_answer_with_a_column_of_its_own_was_not_chosen(cell: str) -> None:
    assert not is_chosen(cell, USE, "1")


@pytest.mark.parametrize("cell", ["perhaps", "2", "the request"])
def test_a_column_of_one_answer_that_says_something_else_is_told(cell: str) -> None:
    with pytest.raises(UnfitError, match="neither yes nor no to “the map”"):
        is_chosen(cell, USE, "1")


@given(cell=some.text(max_size=40), field=some.sampled_from([AGREEMENT, TEN, YEARS]))
@settings(max_examples=300, deadline=None)
def test_whatever_is_read_is_an_answer(cell: str, field: AnswerField) -> None:
    try:
        value = one_value(cell, field, PLAIN)
    except UnfitError:
        value = None
    assert value is None or value in field.values


@given(cell=some.text(alphabet="123 ,;.\nathemp", max_size=60) | some.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_whatever_is_read_of_several_is_of_the_field(cell: str) -> None:
    try:
        values, _ = several_values(cell, USE, PLAIN)
    except UnfitError:
        values = ()
    assert [each for each in USE.values if each in values] == [*values]


COUNTED = Reading(counted=True)
PACE = AnswerField("p", "p", "one", "Pace?", ("1", "2", "other"), ("slow", "fast", "other"))


@pytest.mark.parametrize(
    ("cell", "field", "value"),
    [("6", AGREEMENT, "na"), ("5", AGREEMENT, "5"), ("3", PACE, "other"), ("10", TEN, "10")],
)
def test_numbers_may_count_on_to_the_answers_that_are_words(
    cell: str, field: AnswerField, value: str
) -> None:
    assert one_value(cell, field, COUNTED) == value


@pytest.mark.parametrize(
    ("cell", "field", "reading"), [("7", AGREEMENT, COUNTED), ("6", AGREEMENT, PLAIN)]
)
def test_no_number_counts_further_than_there_are_answers(
    cell: str, field: AnswerField, reading: Reading
) -> None:
    with pytest.raises(UnfitError):
        one_value(cell, field, reading)


def test_counted_numbers_of_several() -> None:
    assert several_values("1,4", USE, COUNTED) == (("1", "other"), "")
    assert is_chosen("4", USE, "other", COUNTED)


@pytest.mark.parametrize("cell", ["other", "Otro", "-oth-"])
def test_another_answer_in_the_words_of_systems(cell: str) -> None:
    assert one_value(cell, PACE, PLAIN) == "other"


@pytest.mark.parametrize(
    ("cell", "field", "told"),
    [
        ("agree", AGREEMENT, True),
        ("4", AGREEMENT, False),
        ("Does not apply", AGREEMENT, False),
        ("2", YEARS, False),
        ("4 or more", YEARS, True),
        ("", AGREEMENT, False),
    ],
)
def test_a_cell_tells_that_words_were_exported(cell: str, field: AnswerField, told: bool) -> None:
    assert is_in_words(cell, field) is told
