"""What a text looks like in a style, without a layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.press.packets.misfit import Misfit
from kit.press.packets.shaping import Shaper, check_plain, style_key

if TYPE_CHECKING:
    from pathlib import Path

    from kit.press.engine import Press


@pytest.fixture(scope="module")
def box_of(press: Press, root: Path) -> Any:
    """The box of the text in a paragraph of a style."""

    def find(style: str) -> Any:
        html = f'<html lang="en"><title>T</title><p style="{style}">qqqq</p>'

        def write(document: Any, finish: Any) -> Any:  # noqa: ARG001 - nothing is written
            (page,) = document.pages
            return next(b for b in page._page_box.descendants() if hasattr(b, "text"))

        return press.make(html, "", root, write).result

    return find


def test_a_ligature_is_a_glyph_of_its_own(box_of: Any) -> None:
    shaper = Shaper(box_of("font: 12pt 'Kit Serif'"), "qqqq")
    (texts,) = shaper.shape("Hoffmann").texts.values()
    assert "ff" in texts.values()
    assert shaper.shape("Hoffmann") is shaper.shape("Hoffmann")


def test_texts_leave_nothing_behind_for_the_next(box_of: Any) -> None:
    shaper = Shaper(box_of("font: 12pt 'Kit Serif'"), "qqqq")
    (composed,) = shaper.shape("é").texts.values()
    (decomposed,) = shaper.shape("e\u0301").texts.values()
    assert set(composed.values()) == {"é"}
    assert "".join(decomposed.values()) == "e\u0301"


def test_texts_are_transformed_and_spaced_as_the_style_says(box_of: Any) -> None:
    plain, capitals = (
        Shaper(box_of(f"font: 12pt 'Kit Sans'; {style}"), "qqqq")
        for style in ("", "text-transform: uppercase; letter-spacing: 1pt")
    )
    assert capitals.shape("straße").width > plain.shape("STRASSE").width
    assert capitals.shape("straße").texts == plain.shape("STRASSE").texts


@pytest.mark.parametrize("text", ["王", "Ana 😀", " ", "\u00a0"])
def test_what_the_style_cannot_show_does_not_fit(box_of: Any, text: str) -> None:
    shaper = Shaper(box_of("font: 12pt 'Kit Serif'"), "qqqq")
    for _ in range(2):
        with pytest.raises(Misfit):
            shaper.shape(text)
    assert shaper.shape("Anna").width > 0


@pytest.mark.parametrize("text", ["a\u00adb", "a\u200db", "محمد", "שרה", "a\u2028b", "a\nb"])
def test_signs_that_change_the_order_or_the_lines_are_not_plain(text: str) -> None:
    with pytest.raises(Misfit):
        check_plain(text)


def test_styles_that_shape_alike_share_a_key(box_of: Any) -> None:
    first, same, other = (
        style_key(box_of(f"font: 12pt 'Kit Serif'; {style}"))
        for style in ("color: red; margin: 1cm", "", "font-weight: 600")
    )
    assert first == same != other
