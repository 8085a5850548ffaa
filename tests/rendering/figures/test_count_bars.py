from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.count_bars import count_bars

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = (("Draft a goal", 9), ("Set a date & a place", 6), ("Something else", 0))


def lengths(svg: str) -> list[float]:
    return [float(long) for long in re.findall(r'<rect x="\S+" y="\S+" width="(\S+)"', svg)]


def test_the_bars_say_in_words_what_they_show(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(count_bars(ROWS, 12, id="bars"))
    assert drawn.title == (
        "How many of 12 chose each answer. "
        "“Draft a goal”: 9; “Set a date & a place”: 6; “Something else”: 0."
    )
    assert {"9", "6", "0", "n = 12", "Something else"} <= {text.text for text in drawn.texts}


def test_lengths_are_proportional_and_nought_has_no_bar() -> None:
    long, short = lengths(count_bars(ROWS, 12, id="bars"))
    assert long / short == pytest.approx(9 / 6, abs=0.01)


def test_few_do_not_look_many() -> None:
    (one,) = lengths(count_bars([("Yes", 1), ("No", 0)], 100, id="bars"))
    assert one < 6


def test_eleven_values_keep_close_together(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(count_bars([(str(value), value) for value in range(11)], 55, id="bars"))
    assert drawn.height < 58
    labels = [text for text in drawn.texts if text.corners[1][0] < 6]
    assert [text.text for text in labels] == [str(value) for value in range(11)]
    assert len({round(text.corners[1][0], 1) for text in labels}) == 1


@given(
    rows=st.lists(st.tuples(st.text(max_size=160), st.integers(0, 1200)), max_size=12),
    n=st.integers(0, 1200),
    width=st.integers(80, 180),
)
@settings(max_examples=40, deadline=None)
def test_no_two_texts_overlap_nor_leave_the_page(
    rows: list[tuple[str, int]], n: int, width: int, sheet: Callable[[str], Any]
) -> None:
    drawn = sheet(count_bars(rows, n, width_mm=width, id="bars"))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
