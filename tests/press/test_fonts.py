from __future__ import annotations

from fontTools.ttLib import TTFont

from kit.press.fonts import FAMILIES, faces, font_files


def test_each_family_has_the_four_cuts_that_templates_use() -> None:
    for family in FAMILIES:
        cuts = {(face.weight, face.style) for face in faces() if face.family == family}
        assert cuts == {(400, "normal"), (400, "italic"), (600, "normal"), (700, "normal")}


def test_the_files_are_whole_truetype_fonts() -> None:
    for file in font_files():
        with TTFont(file) as font:
            assert "glyf" in font
            assert font["maxp"].numGlyphs > 500
