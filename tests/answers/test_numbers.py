from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from kit.answers.numbers import packed, unpacked


@given(some.frozensets(some.integers(0, 5_000)))
def test_a_set_of_numbers_comes_back(numbers: frozenset[int]) -> None:
    assert unpacked(packed(numbers)) == numbers


def test_it_takes_about_a_byte_for_each() -> None:
    assert len(packed(range(1_200))) == 1_200
    assert len(packed([0, 254, 255, 510, 5_000])) < 30
