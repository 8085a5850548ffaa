from __future__ import annotations

import pytest

from kit.rendering.figures.shapes import SHAPES, draw_shape
from kit.rendering.figures.svg import Drawing


def drawn(shape: str) -> str:
    drawing = Drawing(4, 4)
    draw_shape(drawing, shape, (2, 2), 4)
    return "".join(drawing.parts)


def test_every_sign_differs_from_the_others() -> None:
    assert len({drawn(shape) for shape in SHAPES}) == len(SHAPES) - 1  # a person works solo
    assert drawn("person") == drawn("solo")


def test_an_unknown_sign_is_a_mistake_of_the_template() -> None:
    with pytest.raises(KeyError, match="hexagon"):
        drawn("hexagon")
