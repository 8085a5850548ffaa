from __future__ import annotations

import pytest

from kit.definitions.preparation import Per
from kit.editions.copies import copies, tables_for


@pytest.mark.parametrize(
    ("per", "number", "spare", "expected"),
    [
        (Per.PARTICIPANT, 1, 10, 27),
        (Per.PARTICIPANT, 2, 0, 48),
        (Per.TABLE, 1, 0, 5),
        (Per.TABLE, 2, 10, 11),
        (Per.INSTRUCTOR, 1, 0, 1),
        (Per.ROOM, 3, 0, 3),
    ],
)
def test_copies_follow_their_rule_and_spares_are_rounded_up(
    per: Per, number: int, spare: int, expected: int
) -> None:
    assert copies(per, number, spare, participants=24, at_table=5) == expected


def test_everyone_has_a_seat() -> None:
    assert [tables_for(n, 5) for n in (1, 5, 6, 24, 25, 26)] == [1, 1, 2, 5, 5, 6]
