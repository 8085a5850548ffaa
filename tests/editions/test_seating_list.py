from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions.named import SEATING_LIST
from kit.editions.setting import Seats, Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_people_of_one_name_are_told_apart_by_their_lines(tailored: Call) -> None:
    seating = (
        Seats("1", ("Li Wei", "Ana Diaz", ""), lines=(2, 3, 6)),
        Seats("2", ("Li Wei",), lines=(4,)),
    )
    view = SEATING_LIST.view(tailored(), Setting(seating=seating))
    told = [(seat.line, seat.shared) for table in view.tables for seat in table.people]
    assert told == [(2, True), (3, False), (6, False), (4, True)]
    assert view.people == 4
