from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.diverging_bars import bars_reach, diverging_bars

if TYPE_CHECKING:
    from collections.abc import Callable

AGREE = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
ROWS = (
    ("The pace was right.", (0, 1, 2, 5, 4)),
    ("I can write a goal & date it.", (2, 0, 4, 3, 3)),
)
SHARES = st.lists(st.integers(0, 1300), min_size=7, max_size=7)


def bars(svg: str) -> list[tuple[float, float]]:
    """Give each bar's left edge and length, from its outline."""
    found = re.findall(
        r'<rect x="(\S+)" y="\S+" width="(\S+)" height="6.2" fill="none" stroke="#1a1a1a"', svg
    )
    return [(float(left), float(length)) for left, length in found]


def axis(svg: str) -> float:
    return float(re.findall(r'd="M(\S+) \S+L\1 \S+" fill="none" stroke="#5c5c5c"', svg)[0])


def test_the_bars_say_in_words_what_they_show(sheet: Callable[[str], Any]) -> None:
    assert sheet(diverging_bars(ROWS, AGREE, id="bars")).title == (
        "How many gave each answer, in the order "
        "Strongly disagree, Disagree, Neither, Agree, Strongly agree. "
        "“The pace was right.”: 0, 1, 2, 5, 4 of 12; "
        "“I can write a goal & date it.”: 2, 0, 4, 3, 3 of 12."
    )


def test_counts_key_and_people_stand_on_it(sheet: Callable[[str], Any]) -> None:
    texts = [text.text for text in sheet(diverging_bars(ROWS, AGREE, id="bars")).texts]
    assert texts[:5] == list(AGREE)
    assert texts[5:11] == ["The pace was right.", "1", "2", "5", "4", "n = 12"]
    assert "0" not in texts


@pytest.mark.parametrize(
    ("counts", "left"),
    [
        ((1, 1, 2, 3, 5), 3 / 12),
        ((2, 4, 6), 4 / 12),
        ((1, 2, 4, 5), 3 / 12),
        ((3, 9), 3 / 12),
        ((0, 0, 0, 0, 0, 0, 12), 0),
    ],
)
def test_a_bar_lies_around_the_middle_of_its_scale(counts: tuple[int, ...], left: float) -> None:
    labels = [f"Answer {place}" for place in counts]
    svg = diverging_bars([("Item", counts)], labels, id="bars", reach=(1, 1))
    ((start, length),) = bars(svg)
    assert axis(svg) - start == pytest.approx(left * length, abs=0.02)


def test_bars_are_equally_long_whoever_many_answered_and_fill_the_room(
    sheet: Callable[[str], Any],
) -> None:
    rows = [("A", (6, 0, 0, 0, 6)), ("B", (0, 0, 0, 1, 0)), ("C", (0, 1200, 0, 0, 0))]
    svg = diverging_bars(rows, AGREE, id="bars")
    first, second, third = bars(svg)
    assert first[1] == second[1] == third[1]
    assert third[0] == pytest.approx(178 * 0.38, abs=0.01)
    people = next(text for text in sheet(svg).texts if text.text == "n = 1200")
    assert people.corners[0][0] - (second[0] + second[1]) > 1


def test_several_figures_can_share_an_axis() -> None:
    rows = (("A", (6, 0, 0, 0, 6)), ("B", (0, 0, 0, 0, 12)))
    alone = diverging_bars(rows[1:], AGREE, id="bars")
    reach = bars_reach(rows)
    assert reach == (0.5, 1.0)
    together = diverging_bars(rows[1:], AGREE, id="bars", reach=reach)
    assert axis(together) == axis(diverging_bars(rows, AGREE, id="bars")) > axis(alone)


def test_a_row_without_answers_says_so(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(diverging_bars([("Nobody", (0,) * 5), *ROWS], AGREE, id="bars"))
    assert "“Nobody”: not shown; “The pace" in drawn.title
    assert [text.text for text in drawn.texts].count("not shown") == 1
    only = sheet(diverging_bars([("Nobody", (0,) * 5)], AGREE, id="bars"))
    assert only.outside() == []


def test_twenty_rows_fit_a_page(sheet: Callable[[str], Any]) -> None:
    rows = [("The examples were relevant to my work and to those I mentor.", (1, 2, 3, 4, 5))] * 20
    assert sheet(diverging_bars(rows, AGREE, id="bars")).height < 240


def test_it_is_the_same_each_time() -> None:
    assert diverging_bars(ROWS, AGREE, id="bars") == diverging_bars(ROWS, AGREE, id="bars")


@given(
    rows=st.lists(st.tuples(st.text(max_size=200), SHARES), max_size=6),
    labels=st.lists(st.text(max_size=40), min_size=2, max_size=7),
    width=st.integers(110, 190),
)
@settings(max_examples=40, deadline=None)
def test_no_two_texts_overlap_nor_leave_the_page(
    rows: list[tuple[str, list[int]]],
    labels: list[str],
    width: int,
    sheet: Callable[[str], Any],
) -> None:
    cut = [(label, tuple(counts[: len(labels)])) for label, counts in rows]
    drawn = sheet(diverging_bars(cut, labels, width_mm=width, id="bars"))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
