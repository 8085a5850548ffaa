"""How tables are filled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kit.tailoring.tables.seating import level


def one_by_one(sizes: list[int], people: int) -> list[int]:
    filled = list(sizes)
    for _ in range(people if filled else 0):
        filled[filled.index(min(filled))] += 1
    return filled


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(0, 60))
def test_tables_are_filled_as_if_people_came_one_by_one(sizes: list[int], people: int) -> None:
    assert level(sizes, people) == one_by_one(sizes, people)
