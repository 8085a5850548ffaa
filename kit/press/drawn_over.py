"""Strokes drawn into the pages of a finished PDF: its words and tags stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_POINTS: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through places in millimeters from the top left: its width, and its grey, 0 black."""

    places: tuple[tuple[float, float], ...]
    width: float
    grey: float


def drawn_over(pdf: bytes, strokes: Sequence[Iterable[Stroke]]) -> bytes:
    """Draw strokes on the pages, those of the first page first; the same input gives the same."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  takes a tenth of a second to load
    from pypdf.generic import ArrayObject, NameObject, StreamObject  # noqa: PLC0415  as above

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page, drawn in zip(writer.pages, strokes, strict=False):
        stream = StreamObject()
        stream.set_data(_operators(drawn, float(page.mediabox.height)))
        # The page's own content leaves it in another state: what is added goes first.
        page[NameObject("/Contents")] = ArrayObject(
            [writer._add_object(stream.flate_encode()), page.raw_get("/Contents")]  # noqa: SLF001
        )
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _operators(strokes: Iterable[Stroke], height: float) -> bytes:
    lines = ["/Artifact BMC", "q", "1 J", "1 j"]
    for stroke in strokes:
        lines.append(f"{stroke.grey:.2f} G {stroke.width * _POINTS:.3f} w")
        for at, (x, y) in enumerate(stroke.places):
            verb = "l" if at else "m"
            lines.append(f"{x * _POINTS:.3f} {height - y * _POINTS:.3f} {verb}")
        lines.append("S")
    return "\n".join((*lines, "Q", "EMC", "")).encode()
