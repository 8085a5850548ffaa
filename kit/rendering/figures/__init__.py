"""Figures: pure functions from plain values to inline SVG, each with a description in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.rendering.figures.count_bars import WORDS as _COUNT_WORDS
from kit.rendering.figures.count_bars import count_bars
from kit.rendering.figures.diverging_bars import WORDS as _DIVERGING_WORDS
from kit.rendering.figures.diverging_bars import bars_reach, diverging_bars
from kit.rendering.figures.network_map import WORDS as _MAP_WORDS
from kit.rendering.figures.network_map import network_map
from kit.rendering.figures.paired_plot import WORDS as _PAIRED_WORDS
from kit.rendering.figures.paired_plot import paired_plot
from kit.rendering.figures.qr_code import qr_code
from kit.rendering.figures.rings import WORDS as _RING_WORDS
from kit.rendering.figures.rings import rings
from kit.rendering.figures.room_sketch import WORDS as _ROOM_WORDS
from kit.rendering.figures.room_sketch import room_sketch
from kit.rendering.figures.stage_line import WORDS as _STAGE_WORDS
from kit.rendering.figures.stage_line import stage_line
from kit.rendering.figures.symbols import WORDS as _SYMBOL_WORDS
from kit.rendering.figures.symbols import symbol_uri, symbols
from kit.rendering.figures.timeline_bar import WORDS as _BAR_WORDS
from kit.rendering.figures.timeline_bar import timeline_bar
from kit.rendering.figures.two_by_two import WORDS as _GRID_WORDS
from kit.rendering.figures.two_by_two import two_by_two

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FIGURES: Final[Mapping[str, Callable[..., str]]] = {
    figure.__name__: figure
    for figure in (
        count_bars,
        diverging_bars,
        network_map,
        paired_plot,
        qr_code,
        rings,
        room_sketch,
        stage_line,
        symbol_uri,
        symbols,
        timeline_bar,
        two_by_two,
    )
}
"""Every figure by the name that templates use."""

FIGURE_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "count_bars": _COUNT_WORDS,
    "diverging_bars": _DIVERGING_WORDS,
    "network_map": _MAP_WORDS,
    "paired_plot": _PAIRED_WORDS,
    "rings": _RING_WORDS,
    "room_sketch": _ROOM_WORDS,
    "stage_line": _STAGE_WORDS,
    "symbols": _SYMBOL_WORDS,
    "timeline_bar": _BAR_WORDS,
    "two_by_two": _GRID_WORDS,
}
"""The English words of each figure; those of the documents' language are in `templates/strings`."""


def figure_words(figure: str, strings: Mapping[str, str]) -> Mapping[str, str]:
    """Give the words of a figure in the documents' language, under the figure's own keys."""
    return {
        key: strings.get(string_key(figure, key), words)
        for key, words in FIGURE_WORDS[figure].items()
    }


def string_key(figure: str, key: str) -> str:
    """Name a word of a figure as `templates/strings` do: `figure_network_map_without_name`."""
    return f"figure_{figure}_{key}".replace(" ", "_").replace("-", "_")


__all__ = [
    "FIGURES",
    "FIGURE_WORDS",
    "bars_reach",
    "count_bars",
    "diverging_bars",
    "figure_words",
    "network_map",
    "paired_plot",
    "qr_code",
    "rings",
    "room_sketch",
    "stage_line",
    "string_key",
    "symbol_uri",
    "symbols",
    "timeline_bar",
    "two_by_two",
]
