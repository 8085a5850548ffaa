from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.rings import rings

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = st.text(min_size=1, max_size=40)


def test_the_rings_say_in_words_what_they_show(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(rings(["Innate", "Individual"], event="What happened", id="r"))
    assert "2 rings to write in, with “Me” in the middle." in drawn.title
    assert "From the middle outwards: Innate, Individual." in drawn.title
    assert "What happened" in drawn.title


def test_the_first_ring_is_the_innermost(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(rings(["Innate", "Individual", "Relational", "Societal"], id="r"))
    tops = {text.text: text.corners[0][1] for text in drawn.texts}
    assert tops["Innate"] > tops["Individual"] > tops["Relational"] > tops["Societal"]


def test_large_print_is_large(sheet: Callable[[str], Any]) -> None:
    names = ["Innate", "Individual", "Relational", "Societal"]
    drawn = sheet(rings(names, height_mm=200, large=True, id="r"))
    assert {text.text for text in drawn.texts} == {*names, "Me"}
    assert drawn.overlapping() == []


@pytest.mark.parametrize("large", [False, True])
def test_the_box_is_as_high_as_its_words_and_room_to_write_need(
    large: bool, sheet: Callable[[str], Any]
) -> None:
    event = "What happened, and what it asked of me before anybody knew what it was. " * 3
    drawn = sheet(rings(["Innate", "Social"], event=event, height_mm=200, large=large, id="r"))
    shown = " ".join(text.text for text in drawn.texts)
    assert " ".join(event.split()) in " ".join(shown.split())
    assert drawn.overlapping() == []
    assert drawn.outside() == []


@given(names=st.lists(NAME, min_size=2, max_size=5), height=st.integers(90, 190))
@settings(max_examples=40, deadline=None)
def test_no_two_texts_overlap_nor_leave_the_page(
    names: list[str], height: int, sheet: Callable[[str], Any]
) -> None:
    drawn = sheet(rings(names, event="What happened", height_mm=height, id="r"))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
