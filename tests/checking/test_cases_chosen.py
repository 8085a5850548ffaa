"""A choice of cases that comes to nothing is told at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_cases_where_no_activity_works_on_cases_are_told_once(
    cohort: Call, told: Call, cohort_problems: Call
) -> None:
    cohort(
        "scenarios: {use: [left-out, two-advisors]}",
        sessions="- {id: first, workshop: small, length: short}",
    )
    message = told("no-place-for-cases", "scenarios", warning=True).message
    assert "`first`" in message
    assert "`short`" in message
    assert "unused-scenario" not in {each.code for each in cohort_problems()}


def test_the_usual_cases_are_a_choice_that_changes_nothing(cohort: Call, told: Call) -> None:
    cohort("scenarios: {use: [late-feedback, two-advisors]}")
    assert "keep these cases" in told("changes-nothing", "scenarios", warning=True).hint


def test_another_order_or_a_rule_changes_something(cohort: Call, cohort_problems: Call) -> None:
    for choice in ("{use: [two-advisors, late-feedback]}", "{count: 2}"):
        cohort(f"scenarios: {choice}")
        assert cohort_problems() == () or {each.code for each in cohort_problems()} == {
            "safe-contact"
        }


def test_a_length_in_which_it_matters_is_enough(cohort: Call, cohort_problems: Call) -> None:
    cohort(
        "scenarios: {use: [late-feedback, two-advisors]}",
        sessions="- {id: a, workshop: small}\n- {id: b, workshop: small, length: short}",
    )
    assert "changes-nothing" not in {each.code for each in cohort_problems()}
