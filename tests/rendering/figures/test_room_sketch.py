from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.definitions.preparation import Layout
from kit.rendering.figures.room_sketch import MOST_SEATS, room_sketch

if TYPE_CHECKING:
    from collections.abc import Callable

SVG = "{http://www.w3.org/2000/svg}"


def circles(drawn: Any) -> int:
    seats = next(group for group in drawn.root.iter(f"{SVG}g") if group.get("class") == "seats")
    return len(list(seats.iter(f"{SVG}circle")))


def test_tables_have_their_seats(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(room_sketch("tables", 4, 5, id="room"))
    assert circles(drawn) == 4 * (1 + 5)
    assert drawn.title.startswith("A room from above with 4 round tables of 5 seats.")


def test_tables_beyond_eight_are_told_in_words(sheet: Callable[[str], Any]) -> None:
    assert "+2 more tables" in sheet(room_sketch("tables", 10, 6, id="room")).said()
    assert "+1 more table" in sheet(room_sketch("tables", 9, 6, id="room")).said()
    assert "more" not in sheet(room_sketch("tables", 8, 6, id="room")).said()


def test_a_long_table_shows_no_more_seats_than_fit(sheet: Callable[[str], Any]) -> None:
    assert circles(sheet(room_sketch("tables", 1, 40, id="room"))) == 1 + MOST_SEATS


def test_a_circle_has_a_chair_for_the_instructor(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(room_sketch("circle", 3, 4, id="room"))
    assert circles(drawn) == 13
    assert "Instructor" in drawn.said()


def test_a_horseshoe_is_open_to_the_front(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(room_sketch("horseshoe", 4, 5, id="room"))
    assert circles(drawn) == 20
    assert "+12 more chairs" in sheet(room_sketch("horseshoe", 8, 5, id="room")).said()


def test_another_layout_is_a_mistake_of_the_template() -> None:
    with pytest.raises(ValueError, match="theatre"):
        room_sketch("theatre", 4, 4, id="room")


@given(
    layout=st.sampled_from([str(layout) for layout in Layout]),
    tables=st.integers(1, 60),
    at_table=st.integers(1, 40),
    width=st.integers(60, 178),
)
@settings(max_examples=40, deadline=None)
def test_everything_stays_in_the_room(
    layout: str, tables: int, at_table: int, width: int, sheet: Callable[[str], Any]
) -> None:
    drawn = sheet(room_sketch(layout, tables, at_table, width_mm=width, id="room"))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
    for circle in drawn.root.iter(f"{SVG}circle"):
        x, y, r = (float(circle.get(name, "0")) for name in ("cx", "cy", "r"))
        assert r < x < drawn.width - r
        assert r < y < drawn.height - r
