"""A cohort's own wording of a case is one that somebody gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_words_for_an_audience_that_is_not_there_are_no_words(cohort: Call, told: Call) -> None:
    cohort("change: {late-feedback: {versions: {interns: A draft waits.}}}")
    problem = told("unknown-audience", "interns")
    assert problem.hint == "Did you mean `intern`?"


def test_words_for_one_that_is_there(cohort: Call, cohort_problems: Call) -> None:
    cohort("change: {late-feedback: {versions: {intern: A draft waits.}}}")
    assert "unknown-audience" not in {each.code for each in cohort_problems()}
