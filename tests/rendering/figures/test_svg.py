from __future__ import annotations

from math import pi
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.rendering.figures.label import plain
from kit.rendering.figures.svg import Drawing, Pen, number
from kit.rendering.figures.text_width import Face


@given(st.text(), st.text())
def test_any_text_gives_well_formed_markup(words: str, title: str) -> None:
    drawing = Drawing(10, 10)
    drawing.text((1, 2), plain(words), 9, face=Face.ITALIC)
    svg = drawing.finish("test", "a-b", title)
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    assert root.get("id") == "a-b"
    assert "".join(root.itertext()).count("<") == (title + plain(words)).count("<")


def test_a_hostile_id_stays_in_its_attribute() -> None:
    svg = Drawing(10, 10).finish("test", '"><script>', "A test")
    assert "<script" not in svg
    assert ET.fromstring(svg).get("id") == '"><script>'  # noqa: S314 - our own output


def test_without_an_id_there_is_none() -> None:
    assert "id=" not in Drawing(10, 10).finish("test", "", "A test")


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (0.126, "0.13"), (-0.001, "0"), (-2.5, "-2.5"), (100, "100")]
)
def test_lengths_are_written_short(value: float, written: str) -> None:
    assert number(value) == written


def test_sizes_are_in_millimetres_and_type_in_points() -> None:
    drawing = Drawing(25.4, 10)
    drawing.text((0, 5), "x", 72)
    svg = drawing.finish("test", "t", "A test")
    assert 'width="25.4mm" height="10mm" viewBox="0 0 25.4 10"' in svg
    assert 'font-size="25.400"' in svg


def test_an_arc_is_drawn_in_short_pieces() -> None:
    drawing = Drawing(10, 10)
    drawing.arc((5, 5), 4, 0, pi, Pen())
    assert drawing.parts[0].count("A4 4") == 6


def test_groups_carry_a_class_for_style_sheets() -> None:
    drawing = Drawing(10, 10)
    with drawing.group("rings"):
        drawing.circle((5, 5), 2, Pen())
    assert drawing.parts[0] == '<g class="rings">'
    assert drawing.parts[-1] == "</g>"
