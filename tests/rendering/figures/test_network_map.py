from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.network_map import WORDS, network_map, ring_radii

if TYPE_CHECKING:
    from collections.abc import Callable

SPOKES = (
    "Career direction",
    "Clinical skill",
    "Teaching",
    "Scholarly project",
    "Introductions and visibility",
    "Honest feedback",
    "Work and life",
    "Accountability for deadlines",
)
KEY = tuple(
    SimpleNamespace(shape=shape, meaning=meaning)
    for shape, meaning in (
        ("triangle", "senior"),
        ("circle", "peer"),
        ("square", "junior"),
        ("star", "could introduce me"),
        ("double-ring", "outside my institution"),
    )
)
LABEL = st.text(min_size=1, max_size=80) | st.sampled_from(
    ["Donaudampfschifffahrtsgesellschaftskapitän", "<b>&amp;", "Škodlivý śledź", "W" * 40, "漢字"]
)


def test_the_map_says_in_words_what_it_shows(sheet: Callable[[str], Any]) -> None:
    title = sheet(network_map(SPOKES, 2, key=KEY, id="map")).title
    assert "“Me” in the middle" in title
    assert "close, moderate, distant" in title
    assert "10 spokes" in title
    assert title.count("a spoke without a name") == 2
    assert "double ring: outside my institution" in title


def test_every_label_stands_on_the_map(sheet: Callable[[str], Any]) -> None:
    said = sheet(network_map(SPOKES, 2, key=KEY, id="map")).said()
    for words in (*SPOKES, "close", "moderate", "distant", "Me", "senior", "could introduce me"):
        assert words in said


def test_the_map_is_no_higher_than_asked_and_no_higher_than_needed(
    sheet: Callable[[str], Any],
) -> None:
    assert 140 < sheet(network_map(SPOKES, id="map")).height <= 185
    assert sheet(network_map(SPOKES, key=KEY, id="map", height_mm=150)).height <= 150


def test_ring_names_that_do_not_fit_move_to_the_key(sheet: Callable[[str], Any]) -> None:
    rings = ("at least every week", "every month", "every year", "hardly ever")
    drawn = sheet(network_map((*SPOKES, *SPOKES[:4]), 6, rings, key=KEY, id="map"))
    assert "at least every week every month every year hardly ever" in drawn.said()
    assert not drawn.overlapping()


def test_bands_are_of_one_width() -> None:
    radii = ring_radii(66, 3)
    assert radii[-1] == 66
    assert abs((radii[2] - radii[1]) - (radii[1] - radii[0])) < 1e-9


def test_the_words_can_be_in_another_language(sheet: Callable[[str], Any]) -> None:
    words = {**WORDS, "map": "Un mapa con «{center}» en el centro."}
    assert sheet(network_map(SPOKES, id="map", words=words)).title.startswith("Un mapa con «Me»")


@given(
    spokes=st.lists(LABEL, min_size=3, max_size=12),
    blank=st.integers(0, 6),
    rings=st.lists(LABEL, min_size=1, max_size=4),
    center=LABEL,
    meanings=st.lists(LABEL, max_size=5),
)
@settings(max_examples=40, deadline=None)
def test_no_two_texts_overlap_nor_leave_the_page(
    *,
    spokes: list[str],
    blank: int,
    rings: list[str],
    center: str,
    meanings: list[str],
    sheet: Callable[[str], Any],
) -> None:
    key = [SimpleNamespace(shape="star", meaning=meaning) for meaning in meanings]
    drawn = sheet(network_map(spokes, blank, rings, center, key, id="map"))
    assert drawn.overlapping() == []
    assert drawn.outside() == []


def test_in_large_print_no_word_is_below_18_points(sheet: Callable[[str], Any]) -> None:
    for spokes in (SPOKES, ("Sponsor", "Coach", "Peer")):
        drawn = network_map(spokes, 1, key=KEY, large=True, height_mm=215, id="map")
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', drawn)]
        assert sizes
        assert min(sizes) >= 18 * 25.4 / 72 - 0.01
        said = sheet(drawn).said()
        for words in (*spokes, "close", "distant", "Me", "could introduce me"):
            assert words in said


def test_in_large_print_labels_that_find_no_room_stand_below_by_their_numbers(
    sheet: Callable[[str], Any],
) -> None:
    long = tuple(f"Somebody who introduces me to people of sort {n}" for n in range(1, 9))
    drawing = sheet(network_map(long, large=True, height_mm=215, id="map"))
    for number, label in enumerate(long, 1):
        assert label in drawing.said()
        assert label in drawing.title
        assert drawing.said().count(str(number)) >= 2


def test_a_poster_with_long_labels_is_drawn_in_the_size_that_it_has_room_for(
    sheet: Callable[[str], Any],
) -> None:
    long = [f"Presentaciones y visibilidad en la institución {number}" for number in range(10)]
    with pytest.raises(ValueError, match="no room"):
        network_map(long, large=True, height_mm=160, id="map")
    drawn = network_map(long, poster=True, height_mm=160, id="map")
    assert "…" not in drawn
    assert min(map(float, re.findall(r'font-size="([\d.]+)"', drawn))) >= 12 * 25.4 / 72 - 0.01
    assert sheet(drawn).height <= 160
    assert network_map(SPOKES, poster=True, height_mm=215, id="map") == network_map(
        SPOKES, large=True, height_mm=215, id="map"
    )
