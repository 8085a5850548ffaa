from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as some

from kit.exchange.systems.microsoft_forms_writer import write_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.exchange.questionnaire import Questionnaire

    Worded = Callable[[str], Questionnaire]


def paragraphs(content: bytes) -> list[str]:
    return [each.text for each in Document(io.BytesIO(content)).paragraphs]


def test_questions_are_numbered_and_answers_lettered(worded: Worded) -> None:
    content = write_document(worded("Words"))
    assert content == write_document(worded("Words"))
    assert paragraphs(content)[:10] == [
        *("Words", "1. Words", "A. Words", "B. Words", "C. Words", ""),
        *("2. Words", "A. Words", "B. Words", "C. Words"),
    ]


@given(some.text(max_size=12))
@settings(max_examples=10, deadline=None)
def test_any_words_make_a_file_of_the_same_shape(worded: Worded, text: str) -> None:
    plain = paragraphs(write_document(worded("x")))
    assert len(paragraphs(write_document(worded(text)))) == len(plain)
