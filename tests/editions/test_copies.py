from __future__ import annotations

import pytest

from kit.definitions.preparation import Per
from kit.definitions.workshop import GroupSize
from kit.editions.copies import copies, instructors_for, tables_for


@pytest.mark.parametrize(
    ("per", "number", "spare", "expected"),
    [
        (Per.PARTICIPANT, 1, 10, 27),
        (Per.PARTICIPANT, 2, 0, 48),
        (Per.TABLE, 1, 0, 5),
        (Per.TABLE, 2, 10, 11),
        (Per.INSTRUCTOR, 1, 0, 2),
        (Per.ROOM, 3, 0, 3),
    ],
)
def test_copies_follow_their_rule_and_spares_are_rounded_up(
    per: Per, number: int, spare: int, expected: int
) -> None:
    group = GroupSize(smallest=4, ideal=24, largest=40, at_table=5, per_instructor=18)
    assert copies(per, number, spare, 24, group) == expected


def test_one_instructor_where_nothing_is_said() -> None:
    assert [instructors_for(40, each) for each in (None, 40, 39, 20)] == [1, 1, 2, 2]


def test_instructors_who_are_named_get_each_their_copy() -> None:
    assert [instructors_for(16, each, 2) for each in (None, 40, 5)] == [2, 2, 4]
    group = GroupSize(smallest=4, ideal=24, largest=40, at_table=5)
    assert copies(Per.INSTRUCTOR, 1, 0, 24, group, instructors=2) == 2


def test_everyone_has_a_seat() -> None:
    assert [tables_for(n, 5) for n in (1, 5, 6, 24, 25, 26)] == [1, 1, 2, 5, 5, 6]
