"""A form for Microsoft Forms: a Word file for its quick import.

Microsoft documents no shape. This one (plain paragraphs, `1. Question`, `A. Answer`, an empty one
between questions, nothing else in the file) is what programs that convert forms of Google Forms
use, one of them after trials that it reports. No official source confirms it.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from kit.press.archive import without_times
from kit.press.word.xml import writable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.exchange.questionnaire import Questionnaire

_A = ord("A")


def write_document(asked: Questionnaire) -> bytes:
    """Write the Word file; needs the extra `docx`."""
    from docx import Document  # noqa: PLC0415 - an extra

    document: Any = Document()
    document.core_properties.title = writable(asked.title)
    document.core_properties.author = ""
    document.add_paragraph(writable(asked.title), style="Title")
    for number, (text, answers) in enumerate(_questions(asked), start=1):
        document.add_paragraph(f"{number}. {writable(text)}")
        for at, answer in enumerate(answers):
            document.add_paragraph(f"{chr(_A + at)}. {writable(answer)}")
        document.add_paragraph()
    written = io.BytesIO()
    document.save(written)
    return without_times(written.getvalue())


def _questions(asked: Questionnaire) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every question with its answers; grids come apart, for no grid is read."""
    for chapter in asked.chapters:
        for block in chapter.blocks:
            # A statement needs the words that it completes, and a pair its time.
            needs_heading = block.shape == "grid" and block.heading != chapter.title
            for each in block.asked:
                yield (block.alone(each) if needs_heading else each.text), each.labels
            if block.other:
                yield block.other.text, ()
