from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.instrument.sheet_code import (
    ALPHABET,
    HASH_LETTERS,
    TOKEN_LETTERS,
    SheetCode,
    letters,
    letters_of,
    read_code,
)

hashes = st.text(ALPHABET, min_size=HASH_LETTERS, max_size=HASH_LETTERS)
tokens = st.text(ALPHABET, min_size=TOKEN_LETTERS, max_size=TOKEN_LETTERS)


@given(hashes, st.integers(1, 12), st.none() | tokens)
def test_what_is_written_is_read(form_hash: str, page: int, token: str | None) -> None:
    code = SheetCode(form_hash, page, token)
    assert read_code(str(code)) == code
    assert read_code(f" {str(code).lower()} ") == code


def test_letters_that_are_easily_mistaken_are_read_as_meant() -> None:
    assert read_code("wk-o1l0abcd-2") == SheetCode("0110ABCD", 2)


@pytest.mark.parametrize(
    "text", ["", "WK", "WK-SHORT-1", "https://example.org/WK-0110ABCD-1", "WK-0110ABCD", "\0", "–"]
)
def test_other_codes_are_none_of_ours(text: str) -> None:
    assert read_code(text) is None


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    read_code(text)


@given(st.integers(0, 2**65 - 1))
def test_a_number_has_letters_of_its_own(number: int) -> None:
    written = letters(number, TOKEN_LETTERS)
    assert len(written) == TOKEN_LETTERS
    assert sum(ALPHABET.index(letter) << 5 * at for at, letter in enumerate(reversed(written))) == (
        number
    )


def test_a_digest_is_the_same_each_time() -> None:
    assert letters_of(b"form", HASH_LETTERS) == letters_of(b"form", HASH_LETTERS)
    assert letters_of(b"form", HASH_LETTERS) != letters_of(b"from", HASH_LETTERS)
