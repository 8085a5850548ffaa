from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from kit.rendering.figures.shapes import SHAPES
from kit.rendering.figures.symbols import WORDS, symbol_uri, symbols

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("shape", SHAPES)
def test_every_sign_says_what_it_is(shape: str, sheet: Callable[[str], Any]) -> None:
    drawn = sheet(symbols(shape, id=f"sign-{shape}"))
    assert drawn.title == WORDS[shape]
    assert (drawn.width, drawn.height) == (4, 4)


def test_a_title_and_a_size_can_be_given(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(symbols("scissors", size_mm=6, title="tear off <here>"))
    assert drawn.title == "tear off <here>"
    assert drawn.width == 6


def test_a_sign_can_be_an_address_in_a_style_sheet(sheet: Callable[[str], Any]) -> None:
    uri = symbol_uri("star")
    assert uri.startswith("data:image/svg+xml,")
    assert not set(uri) & set("\"'<># ")
    assert sheet(unquote(uri.partition(",")[2])).title == "star"
