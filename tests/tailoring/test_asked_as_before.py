"""Questions about a reworded objective that keep their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.reading.words import kit_words
from kit.tailoring.asked_as_before import asked_as_before
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


@pytest.fixture
def said(session: Call) -> Callable[..., list[str]]:
    def run(name: str, language: str = "en") -> list[str]:
        loaded = session()
        tailored = tailor(loaded.loaded, loaded.choice)
        words = kit_words(language)
        return list(asked_as_before(name, loaded.plain, loaded.loaded, tailored, words))

    return run


def test_the_questions_of_both_forms_are_told(cohort: Call, said: Call) -> None:
    cohort("change: {ask: {text: Send a request}}")
    (line,) = said("ask")
    assert line.startswith("The questions about it keep their words: “I can write a request that")
    assert "“Did you send the request?”" in line


def test_one_question(cohort: Call, said: Call) -> None:
    cohort("change: {map: {text: Name your needs}}")
    (line,) = said("map")
    assert line.startswith("The question about it keeps its words: “I can name a need that none")
    assert line.endswith("See whether they fit.")
    assert said("map", "es")[0].startswith("La pregunta sobre él conserva su texto: “I can name")


def test_one_that_is_reworded_too_is_told_as_such(cohort: Call, said: Call) -> None:
    cohort("change: {map: {text: Name your needs}, knows-gap: {text: I can name my needs.}}")
    assert said("map") == []


def test_one_of_another_length_is_not_told(cohort: Call, said: Call) -> None:
    cohort(
        "change: {respond: {text: Choose words}}",
        sessions="- {id: a, workshop: small, length: short}",
    )
    assert said("respond") == []
