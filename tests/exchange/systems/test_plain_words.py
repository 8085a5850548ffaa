from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kit.exchange.systems.plain_words import cells_of, without
from kit.reading.roster_columns import key_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[Block:x]]", "[ [Block:x] ]"),
        ("[[[x", "[ [ [x"),
        ("${e://x}", "$ {e://x}"),
        ("a [b] ]c", "a [b] ]c"),
    ],
)
def test_what_a_system_would_obey_is_taken_apart(text: str, shown: str) -> None:
    assert without(text, "[[", "]]", "${") == shown


def test_one_sign_is_taken_off_what_follows_it() -> None:
    assert without("{sid} {{x}} { y", "{") == "{ sid} { { x}} { y"


@given(some.text(alphabet="[]{}$<a !=", max_size=12))
def test_nothing_that_opens_is_left_and_letters_stay(text: str) -> None:
    apart = without(text, "[[", "]]", "${", "{")
    assert not any(each in apart for each in ("[[", "]]", "${", "{a", "{{"))
    assert key_of(apart) == key_of(text)


def test_no_cell_is_a_formula() -> None:
    assert cells_of(["=1+1", "-x", "@x", "plain", "a=b"]) == [" =1+1", " -x", " @x", "plain", "a=b"]
