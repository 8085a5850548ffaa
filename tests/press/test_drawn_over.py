from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from pypdf import PdfReader

from kit.press.drawn_over import Stroke, drawn_over

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.press.conftest import PrintBody

CROSS = (Stroke(((100, 150), (120, 170)), 1.0, 0.5), Stroke(((120, 150), (100, 170)), 1.0, 0.5))


def shade(pdf: bytes, page: int, x: float, y: float) -> int:
    """The grey at a place in millimeters from the top left."""
    with pypdfium2.PdfDocument(pdf) as opened:
        picture = opened[page].render(scale=200 / 72, grayscale=True).to_pil().convert("L")
    found = picture.getpixel((round(x * 200 / 25.4), round(y * 200 / 25.4)))
    assert isinstance(found, int)
    return found


def test_strokes_stand_where_they_should_in_their_grey(print_body: PrintBody) -> None:
    two = "<p>One</p><p style='break-before: page'>Two</p>"
    made = drawn_over(print_body(two).pdf, [(), CROSS])
    assert abs(shade(made, 1, 110, 160) - 128) < 10
    assert shade(made, 1, 110, 150) == 255
    assert shade(made, 0, 110, 160) == 255


def test_words_and_tags_stay(print_body: PrintBody, findings: Callable[[bytes], list[str]]) -> None:
    plain = print_body("<p>Words of the page</p>").pdf
    made = drawn_over(plain, [CROSS])
    assert "Words of the page" in PdfReader(BytesIO(made)).pages[0].extract_text()
    assert findings(made) == findings(plain) == []
    assert drawn_over(plain, [CROSS]) == made
