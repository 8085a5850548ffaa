from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kit.rendering.figures.key_row import lay_out_key

SIGN = (5.0, 4.0)


def test_a_key_that_fits_is_one_row() -> None:
    key = lay_out_key(["senior", "peer", "junior"], SIGN, 178)
    assert len({entry.middle for entry in key.entries}) == 1
    assert key.entries[0].left == 0


def test_a_row_can_be_centered() -> None:
    key = lay_out_key(["peer"], SIGN, 178, centered=True)
    entry = key.entries[0]
    assert abs(entry.left + (SIGN[0] + 1.6 + entry.fitted.width) / 2 - 89) < 0.01


def test_a_key_that_does_not_fit_takes_another_row() -> None:
    key = lay_out_key(["never shortened"] * 6, SIGN, 120)
    assert len({entry.middle for entry in key.entries}) == 2
    assert [entry.middle for entry in key.entries].count(key.entries[0].middle) == 3
    assert all(len(entry.fitted.lines) == 1 for entry in key.entries)


def test_no_meanings_take_no_room() -> None:
    assert lay_out_key([], SIGN, 178).height == 0


@given(st.lists(st.text(max_size=120), max_size=8), st.booleans())
def test_entries_stay_within_the_width_and_height(meanings: list[str], centered: bool) -> None:
    key = lay_out_key(meanings, SIGN, 120, centered=centered)
    for entry in key.entries:
        assert entry.left >= 0
        assert entry.left + SIGN[0] + 1.6 + entry.fitted.width <= 120.05
        assert entry.middle + entry.fitted.height / 2 <= key.height + 0.01
