"""Lines of a PDF's pages that run over each other, or over the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TOUCH = 1.0
"""Points: letters of lines that follow each other closely may reach so far into the other."""


def overlapping(file: Path) -> list[str]:
    """Give the words of each line that is not alone in its place."""
    with pypdfium2.PdfDocument(file) as document:
        return [words for page in document for words in _on(page)]


def _on(page: pypdfium2.PdfPage) -> Iterator[str]:
    text = page.get_textpage()
    width, height = page.get_size()
    lines = [text.get_rect(at) for at in range(text.count_rects())]
    for at, line in enumerate(lines):
        left, bottom, right, top = line
        beyond = left < 0 or bottom < 0 or right > width or top > height
        over = any(
            min(right, other[2]) - max(left, other[0]) > _TOUCH
            and min(top, other[3]) - max(bottom, other[1]) > _TOUCH
            for other in lines[at + 1 :]
        )
        if beyond or over:
            yield text.get_text_bounded(*line)
