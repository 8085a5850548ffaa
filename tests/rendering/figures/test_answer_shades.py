from __future__ import annotations

import re
from itertools import pairwise

import pytest

from kit.rendering.figures.answer_shades import Shade, draw_count, draw_shade, shades
from kit.rendering.figures.box import Box
from kit.rendering.figures.svg import Drawing

EVERY_LENGTH = range(1, 12)
SCALES = range(2, 8)


def luminance(color: str) -> float:
    part = int(color[1:3], 16) / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def ink_share(shade: Shade) -> float:
    """Give how dark a surface is on the whole: 0 white, 1 black."""
    drawing = Drawing(100, 50)
    draw_shade(drawing, shade, Box(0, 0, 40, 40))
    lines = re.findall(r"M(\S+) (\S+)L(\S+) (\S+?)(?=[M\"])", "".join(drawing.parts))
    long = sum(
        ((float(c) - float(a)) ** 2 + (float(d) - float(b)) ** 2) ** 0.5 for a, b, c, d in lines
    )
    return (1 - int(shade.fill[1:3], 16) / 255) + long * 0.176 / 1600


@pytest.mark.parametrize("count", EVERY_LENGTH)
def test_each_answer_has_a_surface_of_its_own_with_legible_figures(count: int) -> None:
    surfaces = shades(count)
    assert len(set(surfaces)) == len(surfaces) == count
    for surface in surfaces:
        assert contrast(surface.fill, surface.ink) >= 4.5


@pytest.mark.parametrize("count", SCALES)
def test_surfaces_darken_away_from_the_middle(count: int) -> None:
    dark = [ink_share(surface) for surface in shades(count)]
    half = count // 2
    assert all(one > two + 0.03 for one, two in pairwise(dark[:half]))
    assert all(two > one + 0.2 for one, two in pairwise(dark[-half:]))
    if count % 2:
        assert dark[half] == 0
        assert min(dark[:half] + dark[half + 1 :]) > 0.05


@pytest.mark.parametrize("count", EVERY_LENGTH)
def test_what_is_below_the_middle_is_hatched_and_what_is_above_is_not(count: int) -> None:
    hatched = [bool(surface.step) for surface in shades(count)]
    assert hatched == [True] * (count // 2) + [False] * (count - count // 2)


def test_a_number_that_does_not_fit_is_left_out() -> None:
    for wide, shown in ((0.5, False), (1.5, False), (8.0, True)):
        drawing = Drawing(20, 10)
        draw_count(drawing, shades(2)[1], Box(0, 0, wide, 6), 120)
        assert bool(drawing.parts) is shown


def test_a_number_on_lines_has_a_plate() -> None:
    drawing = Drawing(20, 10)
    draw_count(drawing, shades(2)[0], Box(0, 0, 10, 6), 5)
    assert [part[:5] for part in drawing.parts] == ["<rect", "<text"]
    assert 'fill="#ffffff"' in drawing.parts[0]
