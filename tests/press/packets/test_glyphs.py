from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kit.press.packets.glyphs import Glyphs
from kit.press.packets.misfit import Misfit
from kit.press.packets.shaping import Shape


def font(texts: dict[int, str] | None = None, widths: dict[int, int] | None = None) -> Any:
    return SimpleNamespace(to_unicode=texts or {}, widths=widths or {})


def shape(texts: dict[int, str], width: int = 500, key: int = 1) -> Shape:
    return Shape(b"", 1, 1, 1, {key: texts}, {key: dict.fromkeys(texts, width)})


def test_glyphs_are_put_in_in_their_own_order_behind_the_documents() -> None:
    fonts = {1: font({9: "z"}, {9: 500})}
    glyphs = Glyphs(fonts)
    glyphs.add([shape({7: "A", 3: "n"}), shape({5: "a"})])
    assert list(fonts[1].to_unicode) == [9]
    glyphs.put_in()
    assert list(fonts[1].to_unicode.items()) == [(9, "z"), (3, "n"), (5, "a"), (7, "A")]
    assert fonts[1].widths == {9: 500, 3: 500, 5: 500, 7: 500}


@pytest.mark.parametrize("first", ["document", "person", "same"])
def test_a_glyph_stands_for_one_text_only(first: str) -> None:
    fonts = {1: font({3: "A"}, {3: 500}) if first == "document" else font()}
    glyphs = Glyphs(fonts)
    if first == "person":
        glyphs.add([shape({3: "A"})])
    with pytest.raises(Misfit, match="same glyph"):
        glyphs.add([shape({3: "A"}), shape({4: "b", 3: "Α"})])  # noqa: RUF001 - a Greek letter
    glyphs.put_in()
    assert 4 not in fonts[1].to_unicode


def test_a_glyph_has_one_width_only() -> None:
    glyphs = Glyphs({1: font({3: "A"}, {3: 501})})
    with pytest.raises(Misfit, match="rounded"):
        glyphs.add([shape({3: "A"})])


def test_a_font_that_the_document_has_not_is_not_added() -> None:
    with pytest.raises(Misfit):
        Glyphs({1: font()}).add([shape({3: "A"}, key=2)])
