from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.rendering.figures.box import Box
from kit.rendering.figures.hatching import PATTERNS, draw_hatching, draw_pattern
from kit.rendering.figures.svg import Drawing, Pen


def drawn(grouping: str, box: Box) -> str:
    drawing = Drawing(200, 50)
    draw_pattern(drawing, grouping, box)
    return "".join(drawing.parts)


def test_every_grouping_has_a_pattern_of_its_own() -> None:
    box = Box(0, 0, 20, 13)
    assert len({drawn(name, box) for name in PATTERNS}) == len(PATTERNS)


def test_an_unknown_grouping_stays_white() -> None:
    assert drawn("elsewhere", Box(0, 0, 20, 13)) == drawn("plenary", Box(0, 0, 20, 13))


@pytest.mark.parametrize("grouping", PATTERNS)
@given(width=st.floats(0.2, 150), height=st.floats(1, 20))
def test_a_pattern_stays_in_its_rectangle(grouping: str, width: float, height: float) -> None:
    box = Box(5, 7, 5 + width, 7 + height)
    for x, y in re.findall(r"[ML](\S+) (\S+?)(?=[ML\"])", drawn(grouping, box)):
        assert box.left - 0.01 <= float(x) <= box.right + 0.01
        assert box.top - 0.01 <= float(y) <= box.bottom + 0.01


def test_a_net_is_twice_the_lines() -> None:
    counts = []
    for crossed in (False, True):
        drawing = Drawing(50, 50)
        draw_hatching(drawing, Box(2, 3, 22, 13), 1.2, Pen(0.5), crossed=crossed)
        counts.append("".join(drawing.parts).count("L"))
    assert counts[1] == 2 * counts[0] > 20
