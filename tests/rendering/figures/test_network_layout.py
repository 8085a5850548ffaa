from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.network_layout import angles, lay_out, ring_label, with_blanks


def test_blank_spokes_are_spread_among_the_named_ones() -> None:
    assert with_blanks("abcd", 2) == ("a", "b", None, "c", "d", None)
    assert with_blanks("abc", 0) == ("a", "b", "c")
    assert with_blanks("ab", 1) == ("a", "b", None)


@pytest.mark.parametrize("count", range(3, 19))
def test_no_spoke_lies_level_and_all_are_evenly_spread(count: int) -> None:
    found = angles(count)
    assert all(abs(sin(angle)) > 0.08 for angle in found)
    assert all(abs(two - one - 2 * pi / count) < 1e-9 for one, two in pairwise(found))


@given(
    st.lists(st.text(min_size=1, max_size=60), min_size=3, max_size=12),
    st.integers(0, 6),
    st.floats(140, 190),
)
@settings(max_examples=40, deadline=None)
def test_labels_keep_apart_from_each_other_and_off_the_map(
    labels: list[str], blank: int, width: float
) -> None:
    layout = lay_out(labels, blank, width, 170)
    boxes = [spoke.box for spoke in layout.spokes]
    assert not any(one.overlaps(two) for one, two in combinations(boxes, 2))
    for box in boxes:
        assert box.left >= -width / 2
        assert box.right <= width / 2
        near_x = max(box.left, min(0.0, box.right))
        near_y = max(box.top, min(0.0, box.bottom))
        assert hypot(near_x, near_y) > layout.radius + 1.5
    assert layout.bounds.height <= 170 + 1e-6


@pytest.mark.parametrize("count", [3, 5, 6, 8, 10, 12])
@pytest.mark.parametrize("name", ["close", "moderate", "distant"])
def test_ring_names_fit_between_two_spokes(count: int, name: str) -> None:
    label = ring_label(name, 29, count)
    assert label.fitted.lines == (name,)
    assert label.half_gap < pi / count
    assert -90 < label.turn < 90


def test_every_band_has_room_for_initials() -> None:
    layout = lay_out([f"A need number {number}" for number in range(12)], 6, 178, 172)
    assert layout.radius * (1 - 0.165) / 4 >= 9


def test_a_sheet_too_small_is_said_to_be() -> None:
    with pytest.raises(ValueError, match="no room for 18 spokes"):
        lay_out(["a"] * 12, 6, 60, 40)
