"""A form with every kind of question, in whatever words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.exchange.questionnaire import Asked, Block, Chapter, Questionnaire, one_line
from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.exchange.questionnaire import Shape
    from kit.instrument.answer_fields import FieldKind

_SCALE = ("1", "2", "na")
_TEN = tuple(map(str, range(11)))


@pytest.fixture(scope="session")
def worded() -> Callable[[str], Questionnaire]:
    """Make a form all of whose words are these."""

    def make(text: str) -> Questionnaire:
        words = one_line(text) or "?"

        def asked(key: str, kind: FieldKind, values: tuple[str, ...] = ()) -> Asked:
            labels = (words,) * len(values)
            field = AnswerField(key, key.partition(".")[0], kind, words, values, labels)
            return Asked(field, words, words, labels, words)

        def block(shape: Shape, *rows: Asked, other: Asked | None = None) -> Block:
            return Block(shape, rows, words, other, (words, words))

        blocks = (
            block("grid", asked("one", "one", _SCALE), asked("two", "one", _SCALE)),
            block("grid", asked("three", "one", _SCALE)),
            block("numbers", asked("ten", "one", _TEN)),
            block("one", asked("pace", "one", ("1", "other")), other=asked("pace.other", "text")),
            block("several", asked("some", "several", ("1", "2"))),
            block("lines", asked("do.what", "text"), asked("do.when", "text")),
            block("lines", asked("code", "text")),
            block("text", asked("said", "text")),
        )
        every = [each for one in blocks for each in (*one.asked, *filter(None, [one.other]))]
        fields = tuple(each.field for each in every)
        form = FormDescription("f", "v", "w", "f", words, "end", "en-US", fields)
        return Questionnaire(form, words, words, (Chapter(words, blocks),))

    return make
