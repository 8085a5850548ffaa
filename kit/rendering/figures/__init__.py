"""Figures: pure functions from plain values to inline SVG, each with a description in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.rendering.figures.network_map import network_map
from kit.rendering.figures.room_sketch import room_sketch
from kit.rendering.figures.symbols import symbol_uri, symbols
from kit.rendering.figures.timeline_bar import timeline_bar
from kit.rendering.figures.two_by_two import two_by_two

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FIGURES: Final[Mapping[str, Callable[..., str]]] = {
    figure.__name__: figure
    for figure in (network_map, room_sketch, symbol_uri, symbols, timeline_bar, two_by_two)
}
"""Every figure by the name that templates use."""

__all__ = [
    "FIGURES",
    "network_map",
    "room_sketch",
    "symbol_uri",
    "symbols",
    "timeline_bar",
    "two_by_two",
]
