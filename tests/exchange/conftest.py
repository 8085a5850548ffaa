"""Responses as the store gives them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kit.answers.response import Answer, Response, Status, Way
from kit.answers.stored import StoredResponse
from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription

RATED = AnswerField("rated", "rated", "one", "How was it?", ("1", "2", "na"), ("Bad", "Good", "—"))
SOME = AnswerField("some", "some", "several", "Which?", ("1", "2", "3"), ("A", "B", "C"))
SAID = AnswerField("said", "said", "text", "Say more.")
NEW = AnswerField("new", "new", "one", "Anew?", ("1", "2"), ("No", "Yes"))
FORM = FormDescription("f", "v1", "w1", "c/first", "F", "end", "en", (RATED, SOME, SAID))
SPANISH = replace(
    FORM, wording="w2", language="es", fields=(replace(RATED, text="¿Cómo?"), SOME, SAID)
)
LATER = replace(FORM, version="v2", fields=(RATED, NEW, SOME, SAID))


@pytest.fixture
def responses() -> list[StoredResponse]:
    """Four responses: two versions, two wordings, a formula, one answer not looked at."""

    def make(name: str, form: FormDescription, *answers: Answer) -> StoredResponse:
        day = date(2027, 8, 12)
        return StoredResponse(name, Response(form, Way.WEB, day, answers, f"d-{name}", "TOKEN"))

    return [
        make("a", FORM, Answer("rated", ("2",)), Answer("some", ("1", "3")), Answer("said", ())),
        make("b", FORM, Answer("rated", ("1", "2"), Status.DOUBTFUL), Answer("said", ("=1+1",))),
        make("c", SPANISH, Answer("rated", ("na",)), Answer("said", ("Más\ntiempo; «ya»",))),
        make("d", LATER, Answer("rated", ("1",)), Answer("new", ("2",))),
    ]
