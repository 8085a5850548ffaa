from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.chart import Chart
from kit.editions.flip_charts import (
    OVERLAP,
    SHEETS,
    TILE_MARGIN,
    large_view,
    tiled_view,
    type_sizes,
    view,
)
from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import find_library
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.editions.setting import Paper

    Call = Callable[..., Any]

CHARTS = """charts:
  - id: chart-agreement
    title: Our agreement
    lines: ["Ask your {{ mentor }}.", Names stay here.]
    text: |
      Whom to turn to: {{ safe_contact }}
  - {id: chart-map, title: My map, block: network-map}
  - {id: chart-needs, title: Needs, text: What do you need?, lengths: [short]}
"""
BUNDLED = find_library(Path(__file__).parent).bundled
WIDTH, HEIGHT = 186.0, 249.0
POINT = 25.4 / 72


@pytest.fixture
def charted(edit: Call) -> None:
    """Give the example workshop three pages."""
    edit("\nagenda:\n", f"\n{CHARTS}agenda:\n")


@pytest.mark.usefixtures("charted")
def test_pages_are_those_of_the_length_in_the_words_of_the_group(tailored: Call) -> None:
    pages = view(tailored(terms={"mentor": "guide"}), Setting()).posters  # type: ignore[union-attr]
    assert [page.id for page in pages] == ["chart-agreement", "chart-map"]
    assert pages[0].lines == ("Ask your guide.", "Names stay here.")
    short = view(tailored(length="short"), Setting()).posters  # type: ignore[union-attr]
    assert [page.id for page in short] == ["chart-agreement", "chart-map", "chart-needs"]


@pytest.mark.usefixtures("charted")
def test_a_block_is_drawn_as_participants_have_it(tailored: Call) -> None:
    (drawn,) = view(tailored(), Setting()).posters[1].drawings  # type: ignore[union-attr]
    assert drawn.center == "Me"
    assert "expect" not in tuple(drawn)


@pytest.mark.usefixtures("charted")
def test_a_block_on_four_sheets_has_an_id_on_each(tailored: Call) -> None:
    drawn = tiled_view(tailored(), Setting()).posters[1].drawings  # type: ignore[union-attr]
    assert [each.id for each in drawn] == [f"network-map-{number}" for number in (1, 2, 3, 4)]


def test_none_where_the_workshop_names_none(tailored: Call) -> None:
    assert view(tailored(), Setting()) is None
    assert large_view(tailored(), Setting()) is None
    assert tiled_view(tailored(), Setting()) is None


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.usefixtures("charted")
def test_what_is_drawn_is_as_wide_as_the_page_and_read_from_afar(
    tailored: Call, paper: Paper
) -> None:
    made = large_view(tailored(), Setting(paper=paper))
    assert made
    (poster,) = (each for each in made.posters if each.drawings)
    edition = EDITIONS["flip-charts-large"]
    html = Renderer((BUNDLED / "templates",)).render(edition, made, paper)
    (drawing,) = re.findall(r"<svg.*?</svg>", html.print_html, re.DOTALL)
    wide, high = (float(side) for side in re.search(r'"0 0 (\S+) (\S+)"', drawing).groups())  # type: ignore[union-attr]
    scale = made.width / wide
    assert high <= poster.room
    points = [float(size) for size in re.findall(r'font-size="([\d.]+)"', drawing)]
    assert points
    assert min(points) * scale / POINT >= 24
    assert made.block_size >= 24


def chart(*lines: str, title: str = "Title", text: str | None = None) -> Chart:
    return Chart(id="chart", title=title, lines=lines, text=text)


def test_few_words_are_large_and_many_are_small_but_never_too_small_to_read() -> None:
    few = type_sizes(chart("Ask", "Describe"), WIDTH, HEIGHT).line
    many = type_sizes(chart(*["Some words of a line"] * 12), WIDTH, HEIGHT).line
    assert few > 90
    assert 28 < many < few


def test_the_longest_word_fits_into_the_width() -> None:
    size = type_sizes(chart("Incomprehensibilities"), WIDTH, HEIGHT).line
    assert 21 * size * 0.3528 * 0.5 < WIDTH


def test_no_page_could_be_filled_beyond_its_height() -> None:
    sizes = type_sizes(chart(*["A line of a hundred letters " * 4] * 12), WIDTH, HEIGHT)
    assert sizes.line >= 18


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.usefixtures("charted")
def test_four_sheets_with_their_overlap_make_the_poster(tailored: Call, paper: Paper) -> None:
    made = tiled_view(tailored(), Setting(paper=paper))
    assert made
    for side, (tile, step, whole) in enumerate(
        (
            (made.tiles.width, made.tiles.step[0], made.width),
            (made.tiles.height, made.tiles.step[1], made.height),
        )
    ):
        assert tile == pytest.approx(SHEETS[paper][side] - 2 * TILE_MARGIN)
        assert tile - step == pytest.approx(OVERLAP)
        assert step + tile == pytest.approx(whole * made.tiles.scale, abs=0.05)
        assert whole < SHEETS[paper][side]  # a page can hold it before it is enlarged
