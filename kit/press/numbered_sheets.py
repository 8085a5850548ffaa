"""Numbered sheets: one form printed so many times, each with a code of its own.

The pages are laid out once. Each sheet shares them and adds its code, drawn, and the same in
letters beside it. What comes out is for the printer: tags are lost, so the form itself, printed
without numbers, stays the one to read.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from kit.instrument.sheet import QUIET, code_place
from kit.instrument.sheet_code import SheetCode
from kit.press.form_sheet import code_drawing
from kit.press.outlined_text import outlined

if TYPE_CHECKING:
    from collections.abc import Sequence

_POINTS: Final = 72 / 25.4
_SIZE: Final = 8.5
_ABOVE: Final = 9.0
"""Millimeters from the foot of the code up to the line with the token."""


def numbered(blank: bytes, form_hash: str, tokens: Sequence[str]) -> tuple[bytes, int]:
    """Print a form, given without its code, once for each token; give the PDF and its pages.

    Every sheet begins on a page of its own leaf, whether it is printed on one side or on both. The
    same input gives the same bytes.
    """
    from pypdf import PageObject, PdfReader, PdfWriter  # noqa: PLC0415  takes a while to load
    from pypdf.generic import (  # noqa: PLC0415  as above
        ArrayObject,
        DictionaryObject,
        NameObject,
        StreamObject,
    )

    reader = PdfReader(BytesIO(blank))
    writer = PdfWriter()
    shared = [
        (
            page.mediabox,
            cast("DictionaryObject", page["/Resources"].get_object()).clone(writer),
            writer._add_object(  # noqa: SLF001
                cast("StreamObject", page["/Contents"].get_object()).clone(writer)
            ),
        )
        for page in reader.pages
    ]
    for token in tokens:
        for number, (media, resources, content) in enumerate(shared, 1):
            width, height = float(media.width), float(media.height)
            drawn = StreamObject()
            drawn.set_data(_own(width, height, SheetCode(form_hash, number, token)))
            page = DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Page"),
                    NameObject("/MediaBox"): media,
                    NameObject("/Resources"): resources,
                    # The shared content leaves the page in another state: what is added goes first.
                    NameObject("/Contents"): ArrayObject(
                        [writer._add_object(drawn.flate_encode()), content]  # noqa: SLF001
                    ),
                }
            )
            writer.add_page(PageObject.create_blank_page(width=width, height=height))
            writer.pages[-1].update(page)
        if len(shared) % 2:
            writer.add_blank_page(width, height)
    if reader.metadata and reader.metadata.title:
        writer.add_metadata({"/Title": reader.metadata.title})
    writer.compress_identical_objects()
    written = BytesIO()
    writer.write(written)
    return written.getvalue(), len(writer.pages)


def _own(width: float, height: float, code: SheetCode) -> bytes:
    across, down = width / _POINTS, height / _POINTS
    place = code_place(across, down)
    right = (place.left - QUIET) * _POINTS
    baseline = (down - place.top - place.side + _ABOVE) * _POINTS
    words = outlined(str(code.token), right, baseline, _SIZE)
    return b"\n".join((code_drawing(across, down, str(code)), *words, b""))
