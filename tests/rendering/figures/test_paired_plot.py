from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.paired_plot import paired_plot

if TYPE_CHECKING:
    from collections.abc import Callable

SURE = ("Not at all", "A little", "Somewhat", "Quite", "Very")
PAIRS = ((1, 3, 2), (2, 4, 5), (3, 3, 3), (4, 2, 1))


def rings(svg: str) -> list[tuple[float, float]]:
    """Give the middles of the rings in the plots."""
    plots = svg.split('<g class="plot">', 1)[1]
    return [(float(x), float(y)) for x, y in re.findall(r'<circle cx="(\S+)" cy="(\S+)"', plots)]


def test_the_plots_say_in_words_what_they_show(sheet: Callable[[str], Any]) -> None:
    assert sheet(paired_plot([("Write a goal & date it", PAIRS)], SURE, id="plot")).title == (
        "The same people’s answers before and now, on the scale "
        "1 Not at all, 2 A little, 3 Somewhat, 4 Quite, 5 Very. "
        "“Write a goal & date it”: n = 11: 7 higher, 3 the same, 1 lower; "
        "median 2 before, 3 now; "
        "before to now: 1 to 3: 2, 2 to 4: 5, 3 to 3: 3, 4 to 2: 1."
    )


@pytest.mark.parametrize(
    ("pairs", "before", "now"),
    [
        (((2, 4, 1),), "2", "4"),
        (((1, 3, 1), (2, 4, 1)), "1.5", "3.5"),
        (((1, 5, 2), (2, 5, 2), (4, 4, 1)), "2", "5"),
        (((1, 2, 600), (3, 4, 600)), "2", "3"),
    ],
)
def test_medians_are_ringed_at_their_values(
    pairs: tuple[tuple[int, int, int], ...], before: str, now: str, sheet: Callable[[str], Any]
) -> None:
    svg = paired_plot([("Item", pairs)], SURE, id="plot")
    drawn = sheet(svg)
    assert f"median {before} before, {now} now" in drawn.title
    plot = svg.split('<g class="plot">', 1)[1]
    ticks = re.findall(r'<text x="(\S+)" y="(\S+)"[^>]*>([1-5])</text>', plot)
    for (x, y), median in zip(rings(svg), (before, now), strict=True):
        column = {int(value): float(at) for left, at, value in ticks if abs(float(left) - x) < 0.1}
        level = column[1] + (column[5] - column[1]) * (float(median) - 1) / 4
        assert y == pytest.approx(level - 8.5 * 25.4 / 72 * 0.33, abs=0.02)


def test_an_item_without_pairs_says_so(sheet: Callable[[str], Any]) -> None:
    svg = paired_plot([("Nobody", ()), ("Item", PAIRS)], SURE, id="plot")
    assert "“Nobody”: not shown; “Item”" in sheet(svg).title
    assert [text.text for text in sheet(svg).texts].count("not shown") == 1
    assert len(rings(svg)) == 2


@pytest.mark.parametrize(
    ("items", "width", "columns"),
    [(1, 178, 1), (2, 178, 2), (3, 178, 3), (4, 178, 2), (8, 178, 3), (8, 120, 2), (3, 90, 1)],
)
def test_plots_stand_side_by_side(
    items: int, width: int, columns: int, sheet: Callable[[str], Any]
) -> None:
    rows = [(f"Item {place}", PAIRS) for place in range(items)]
    drawn = sheet(paired_plot(rows, SURE, width_mm=width, id="plot"))
    heads = [text.corners[0] for text in drawn.texts if text.text == "Before"]
    assert len(heads) == items
    assert len({round(x, 1) for x, _ in heads}) == columns
    assert drawn.height < 200 or columns < 3


def test_it_is_the_same_each_time() -> None:
    turned = PAIRS[::-1]
    one, two = (paired_plot([("Item", pairs)], SURE, id="plot") for pairs in (PAIRS, turned))
    assert one == two


@given(
    labels=st.lists(st.text(max_size=60), min_size=2, max_size=7),
    items=st.lists(
        st.tuples(
            st.text(max_size=200),
            st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7), st.integers(0, 400))),
        ),
        min_size=1,
        max_size=5,
    ),
    width=st.integers(100, 190),
)
@settings(max_examples=40, deadline=None)
def test_no_two_texts_overlap_nor_leave_the_page(
    labels: list[str],
    items: list[tuple[str, list[tuple[int, int, int]]]],
    width: int,
    sheet: Callable[[str], Any],
) -> None:
    most = len(labels)
    rows = [
        (label, [(min(before, most), min(now, most), people) for before, now, people in pairs])
        for label, pairs in items
    ]
    drawn = sheet(paired_plot(rows, labels, width_mm=width, id="plot"))
    assert drawn.overlapping() == []
    assert drawn.outside() == []


def test_the_key_speaks_of_forms_where_people_may_have_filled_in_several() -> None:
    rows = [("I can", ((1, 2, 3),))]
    of_people = paired_plot(rows, ("no", "yes"), id="p")
    of_forms = paired_plot(rows, ("no", "yes"), id="p", forms=True)
    assert ("3 people" in of_people, "3 forms" in of_people) == (True, False)
    assert ("3 people" in of_forms, "3 forms" in of_forms) == (False, True)
