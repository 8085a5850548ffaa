from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.timeline_bar import segment_edges, timeline_bar

if TYPE_CHECKING:
    from collections.abc import Callable

HOUR = (
    (1, "Welcome", 5, "plenary", False),
    (2, "What did they do?", 7, ("pairs",), False),
    (3, "The evidence", 8, "plenary", False),
    (4, "Step 1 & after", 12, ("solo", "pairs"), False),
    (5, "Step 2", 14, ("solo", "triads"), False),
    (6, "Step 3", 9, ("solo", "pairs"), False),
    (7, "Close", 5, "plenary", True),
)


def test_the_bar_says_in_words_what_it_shows(sheet: Callable[[str], Any]) -> None:
    title = sheet(timeline_bar(HOUR, 60, id="bar")).title
    assert title.startswith("The agenda on a bar of 60 minutes. 1 Welcome: 5 min, all together;")
    assert "4 Step 1 & after: 12 min, alone, in pairs;" in title
    assert title.endswith("7 Close: 5 min, all together, never shortened.")


def test_numbers_minutes_ruler_and_key_stand_on_it(sheet: Callable[[str], Any]) -> None:
    texts = [text.text for text in sheet(timeline_bar(HOUR, 60, id="bar")).texts]
    assert [text for text in texts if text.endswith(" min")] == [
        *(f"{segment[2]} min" for segment in HOUR),
        "60 min",
    ]
    assert {"1", "7", "0", "30", "60 min", "in threes", "never shortened"} <= set(texts)
    assert "at tables" not in texts


def test_widths_are_proportional() -> None:
    edges = segment_edges([10, 20, 30], 60, 119.6)
    assert [round(two - one, 6) for one, two in pairwise(edges)] == [20, 40, 60]


def test_three_minutes_stay_legible(sheet: Callable[[str], Any]) -> None:
    edges = segment_edges([3, 84, 3], 180, 178)
    assert min(two - one for one, two in pairwise(edges)) >= 4.79
    segments = [(10, "A", 3, "solo", False), (11, "B", 174, "pairs", False)]
    drawn = sheet(timeline_bar([*segments, (12, "C", 3, "triads", True)], 180, id="bar"))
    assert min(text.size for text in drawn.texts) * 72 / 25.4 >= 6


def test_groupings_with_minutes_follow_each_other_in_time(sheet: Callable[[str], Any]) -> None:
    steps = [("plenary", 1), ("pairs", 2), ("pairs", 3), ("plenary", 4)]
    svg = timeline_bar([(1, "Pairs", 10, steps, False)], 10, width_mm=100, id="bar")
    assert sheet(svg).title.endswith("1 Pairs: 10 min, all together, in pairs.")
    # One line where pairs begin, one where they end, none between their two steps.
    upright = re.findall(r'd="M(\S+) \S+L\1 \S+" fill="none" stroke="#1a1a1a"', svg)
    assert [round(float(x) / 10, 1) for x in upright] == [1, 6]


def test_all_segments_are_labelled_alike(sheet: Callable[[str], Any]) -> None:
    segments = [(1, "A", 2, "plenary", False), (2, "B", 88, "pairs", False)]
    texts = [text.text for text in sheet(timeline_bar(segments, 90, id="bar")).texts]
    assert {"2", "88", "90 min"} <= set(texts)


def test_minutes_that_nothing_takes_stay_open(sheet: Callable[[str], Any]) -> None:
    assert "15 minutes left open" in sheet(timeline_bar(HOUR, 75, id="bar")).title


@pytest.mark.parametrize("segments", [[], [(1, "All", 45, "tables", False)]])
def test_a_bar_may_have_one_segment_or_none(
    segments: list[Any], sheet: Callable[[str], Any]
) -> None:
    assert sheet(timeline_bar(segments, 45, id="bar")).outside() == []


GROUPING = st.sampled_from(["plenary", "solo", "pairs", "triads", "tables", "elsewhere"])


@given(
    parts=st.lists(
        st.tuples(
            st.integers(1, 60),
            GROUPING
            | st.lists(GROUPING, min_size=1, max_size=5)
            | st.lists(st.tuples(GROUPING, st.integers(1, 20)), min_size=1, max_size=5),
            st.text(max_size=30),
            st.booleans(),
        ),
        min_size=1,
        max_size=16,
    ),
    rest=st.integers(0, 60),
    width=st.integers(120, 190),
)
@settings(max_examples=40, deadline=None)
def test_no_two_texts_overlap_nor_leave_the_page(
    parts: list[tuple[int, Any, str, bool]],
    rest: int,
    width: int,
    sheet: Callable[[str], Any],
) -> None:
    segments = [
        (number, title, minutes, grouping, protected)
        for number, (minutes, grouping, title, protected) in enumerate(parts, 1)
    ]
    total = sum(part[0] for part in parts) + rest
    drawn = sheet(timeline_bar(segments, total, width_mm=width, id="bar"))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
