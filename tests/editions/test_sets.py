from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.preparation import Per
from kit.editions.sets import letter, letters_for, letters_of_tables
from kit.editions.setting import Seats, Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")]
)
def test_after_z_comes_aa(number: int, said: str) -> None:
    assert letter(number) == said


def test_a_set_for_each_three_people(tailored: Call) -> None:
    assert letters_for(Per.TRIAD, tailored(), Setting(participants=9)) == ("A", "B", "C")
    assert letters_for(Per.TRIAD, tailored(), Setting(participants=2)) == ("A",)


def test_a_set_for_each_table_that_is_laid_or_that_the_group_needs(tailored: Call) -> None:
    seated = Setting(seating=(Seats("Blue", ("Ana Li",)), Seats("Red", ("Bo",))))
    assert letters_of_tables(tailored(), seated) == ("A", "B")
    assert letters_of_tables(tailored(), Setting(participants=9)) == ("A", "B", "C")  # four a table
