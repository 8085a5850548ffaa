from __future__ import annotations

import logging
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import page
import weasyprint

from kit.rendering.figures import FIGURES
from kit.rendering.figures.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def test_templates_find_every_figure_by_name() -> None:
    assert sorted(FIGURES) == [
        "count_bars",
        "diverging_bars",
        "network_map",
        "paired_plot",
        "qr_code",
        "rings",
        "room_sketch",
        "stage_line",
        "symbol_uri",
        "symbols",
        "timeline_bar",
        "two_by_two",
    ]


def all_figures() -> str:
    axis = SimpleNamespace(title="Importance", low="low", high="high")
    key = [SimpleNamespace(shape="star", meaning="could introduce me")]
    return "".join(
        (
            FIGURES["network_map"](["Career", "Šárka’s “skill”", "A & B"], 2, key=key, id="map"),
            FIGURES["two_by_two"](axis, axis, ("a", "b", "c", "d"), id="grid"),
            FIGURES["rings"](["Innate", "Societal"], event="What happened", id="rings"),
            FIGURES["stage_line"](["Before", "Data & “talk”", "After"], id="stages"),
            FIGURES["timeline_bar"]([(1, "Welcome", 5, "solo", True)], 5, id="bar"),
            FIGURES["room_sketch"]("tables", 9, 5, id="room"),
            FIGURES["room_sketch"]("horseshoe", 3, 5, id="room-2"),
            FIGURES["room_sketch"]("circle", 3, 5, id="room-3"),
            FIGURES["diverging_bars"]([("A & B", (3, 1, 4, 2, 2))], "abcde", id="answers"),
            FIGURES["paired_plot"]([("A", [(1, 3, 2), (2, 2, 1), (3, 1, 1)])], "abc", id="pairs"),
            FIGURES["count_bars"]([("A", 3), ("B", 0)], 4, id="counts"),
            *(FIGURES["symbols"](shape, id=f"sign-{shape}") for shape in SHAPES),
        )
    )


def test_a_page_of_figures_is_an_accessible_pdf_without_a_word_of_complaint(
    page_of: Callable[[str], str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf = weasyprint.HTML(string=page_of(all_figures())).write_pdf(
            pdf_variant="pdf/ua-1", pdf_tags=True
        )
    assert [record.getMessage() for record in caplog.records] == []
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_all_colours_are_greys() -> None:
    for red, green, blue in re.findall(r"#(..)(..)(..)\b", all_figures()):
        assert red == green == blue


def test_lines_survive_a_photocopier() -> None:
    for weight in map(float, re.findall(r'stroke-width="([\d.]+)"', all_figures())):
        assert weight == 0 or weight * 72 / 25.4 > 0.34
    for grey in re.findall(r'stroke="#(..)', all_figures()):
        assert int(grey, 16) <= 0x73 or grey == "ff"
