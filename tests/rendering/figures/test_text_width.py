from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.rendering.figures.text_width import CHARACTERS, WIDTHS, Face, width

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@pytest.mark.parametrize("face", list(Face))
def test_the_table_holds_the_font_s_own_advances(
    face: Face, font_advances: Callable[[str, str], Mapping[int, int]]
) -> None:
    weight, style = face.value
    real = font_advances(str(weight), style)
    known = [char for char in CHARACTERS if ord(char) in real]
    assert len(known) > len(CHARACTERS) - 12
    assert [WIDTHS[face][char] for char in known] == [real[ord(char)] for char in known]


def test_a_text_is_as_wide_as_its_characters() -> None:
    assert width("", 10) == 0
    assert width("aa", 10) == 2 * width("a", 10)
    assert width("a", 20) == 2 * width("a", 10)
    assert width("Name", 10, Face.BOLD) > width("Name", 10)


def test_what_the_font_lacks_gets_room_enough() -> None:
    assert width("漢", 10) == 10
    assert width("e\u0301", 10) == width("e", 10)
    assert width("Ж", 10) == 10
