from __future__ import annotations

import unicodedata
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


@pytest.mark.parametrize("face", list(Face))
def test_no_character_of_the_font_is_wider_than_told(
    face: Face, font_advances: Callable[[str, str], Mapping[int, int]]
) -> None:
    weight, style = face.value
    real = font_advances(str(weight), style)
    assert [
        chr(code)
        for code, advance in real.items()
        if advance > width(chr(code), 1000, face) and not unicodedata.combining(chr(code))
    ] == []


def test_a_letter_with_marks_is_little_wider_than_the_letter() -> None:
    assert width("e\u0302\u0303", 10) == width("e", 10)
    assert width("ễ", 10) < width("e", 10) * 1.13


def test_what_the_font_lacks_gets_room_enough() -> None:
    assert width("漢", 10) == 10
    assert width("☂", 10) > 10
