from __future__ import annotations

import pytest

from kit.reading.nodes import NO_KEY, Entry, Mapping, Scalar, Sequence, value_of


@pytest.mark.parametrize(
    "text",
    [
        *("no", "yes", "on", "off", "y", "N", "True", "FALSE", "Null", "1:30", "13:00", "012"),
        *("0x1F", "0o17", "1_000", "+5", "1.5", "1e3", ".inf", "2026-01-05", "--", "5 ", "٣"),
        *("9" * 19, "9" * 5000, "=", "<<", "0b1", "-", "1 000", "1,000"),
    ],
)
def test_all_that_is_no_plain_number_or_truth_value_stays_text(text: str) -> None:
    assert value_of(Scalar(1, 1, text, plain=True)) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("5", 5), ("0", 0), ("-3", -3), ("2026", 2026), ("true", True), ("false", False)],
)
def test_whole_numbers_and_truth_values_are_read(text: str, value: object) -> None:
    read = value_of(Scalar(1, 1, text, plain=True))
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_nothing_is_nothing(text: str) -> None:
    assert value_of(Scalar(1, 1, text, plain=True)) is None
    assert value_of(None) is None


@pytest.mark.parametrize("text", ["5", "true", "null", "", "~"])
def test_quoted_words_stay_text(text: str) -> None:
    assert value_of(Scalar(1, 1, text)) == text


def test_lists_and_mappings_are_read_in_order() -> None:
    one = Scalar(1, 1, "1", plain=True)
    mapping = Mapping(1, 1, {"b": Entry(1, 1, one), "a": Entry(1, 1, Sequence(1, 1, [one]))})
    value = value_of(mapping)
    assert value == {"b": 1, "a": [1]}
    assert isinstance(value, dict)
    assert list(value) == ["b", "a"]


def test_a_key_that_was_refused_is_left_out() -> None:
    mapping = Mapping(1, 1, {f"{NO_KEY}0": Entry(1, 1, Scalar(1, 1, "x"))})
    assert value_of(mapping) == {}
