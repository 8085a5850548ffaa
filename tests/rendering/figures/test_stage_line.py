from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.stage_line import stage_line

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = st.text(min_size=1, max_size=60)


def test_the_line_says_in_words_what_it_shows(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(stage_line(["Before", "After"], id="line"))
    assert "A line with 2 stages, from first to last: 1 Before, 2 After." in drawn.title


def test_stages_stand_from_left_to_right_and_down_the_page_in_large_print(
    sheet: Callable[[str], Any],
) -> None:
    usual = sheet(stage_line(["Before", "After"], id="line"))
    at = {text.text: text.corners[0] for text in usual.texts}
    assert at["Before"][0] < at["After"][0]
    large = sheet(stage_line(["Before", "After"], large=True, id="line"))
    at = {text.text: text.corners[0] for text in large.texts}
    assert at["Before"][1] < at["After"][1]


@given(names=st.lists(NAME, min_size=2, max_size=9), large=st.booleans())
@settings(max_examples=40, deadline=None)
def test_no_two_texts_overlap_nor_leave_the_page(
    names: list[str], large: bool, sheet: Callable[[str], Any]
) -> None:
    drawn = sheet(stage_line(names, large=large, id="line"))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
