"""A booklet: pages two by two on sheets that are folded in the middle and stapled there.

What comes out is for a copier: tags are lost, so the document itself stays the one to read. pypdf
is imported here alone, when a booklet is made: it is pure Python and small enough for everyone.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Problem

if TYPE_CHECKING:
    from pypdf import PageObject

BLANKS: Final = 3
"""With how many blank pages a document ends that is to be imposed."""
_MM: Final = 72 / 25.4
_CLEAR: Final = 7.0
"""Millimetres of each half of a sheet that stay white at its edges, and at the fold."""
_ACROSS: Final = 16.5
_DOWN: Final = 9.0
"""Millimetres at the sides, and above and below, where no page of a document has ink."""


def order(pages: int) -> tuple[tuple[int, int], ...]:
    """Give the pages, from 1, at the left and the right of each side of the sheets.

    The sides come front, back, front, back, from the outer sheet inwards. `pages` is a multiple
    of four.
    """
    sides: list[tuple[int, int]] = []
    for front in range(1, pages // 2, 2):
        behind = pages + 1 - front
        sides += [(behind, front), (front + 1, behind - 1)]
    return tuple(sides)


def impose(pdf: bytes) -> tuple[bytes, int]:
    """Impose a document that ends with blank pages: keep of them as many as fill the last sheet.

    Gives the PDF and its number of sides. The same input gives the same bytes.

    Raises:
        KitError: it is not laid out for a booklet.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - takes a tenth of a second to load

    reader = PdfReader(BytesIO(pdf))
    shown = len(reader.pages) - BLANKS
    kept = -(-shown // 4) * 4
    if shown < 1:
        raise KitError([Problem("booklet", "A document of no pages cannot become a booklet.")])
    writer = PdfWriter()
    for pair in order(kept):
        first = reader.pages[0].mediabox
        height, width = float(first.width), float(first.height)
        side = writer.add_blank_page(width, height)
        for place, number in enumerate(pair):
            _put(side, reader.pages[number - 1], (place * width / 2, width / 2, height))
    if reader.metadata and reader.metadata.title:
        writer.add_metadata({"/Title": reader.metadata.title})
    written = BytesIO()
    writer.write(written)
    return written.getvalue(), len(writer.pages)


def _put(side: PageObject, page: PageObject, half: tuple[float, float, float]) -> None:
    """Put a page into a half of a side, as large as its ink allows.

    `half` is its left edge, its width and its height in points.
    """
    from pypdf import Transformation  # noqa: PLC0415

    left, across, down = half
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    scale = min(
        (across - 2 * _CLEAR * _MM) / (width - 2 * _ACROSS * _MM),
        (down - 2 * _CLEAR * _MM) / (height - 2 * _DOWN * _MM),
    )
    at = left + (across - width * scale) / 2, (down - height * scale) / 2
    side.merge_transformed_page(page, Transformation().scale(scale).translate(*at))
