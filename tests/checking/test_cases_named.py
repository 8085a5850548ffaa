"""A text that names a case which the session does not have is told, and no other text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Edit, LineOf, Told, WriteCohort

    from kit.errors import Problem

TITLE = "The draft that never comes back"


def test_a_case_that_is_gone_and_still_named(
    cohort: WriteCohort, told: Told, edit: Edit, line_of: LineOf
) -> None:
    edit("title: Two conversations that stalled\n", f"title: “{TITLE}” and another\n")
    cohort("scenarios: {use: [two-advisors]}")

    problem = told("case-not-here", "{use", warning=True)

    assert TITLE in problem.message
    assert f"workshops/small.yaml:{line_of(f'“{TITLE}”')}" in problem.message


def test_nothing_is_told_while_the_cases_are_the_usual_ones(
    cohort: WriteCohort, cohort_problems: Callable[[], tuple[Problem, ...]], edit: Edit
) -> None:
    edit("title: Two conversations that stalled\n", f"title: “{TITLE}” and another\n")
    cohort("change: {welcome: {title: Hello}}")

    assert not [each for each in cohort_problems() if each.code == "case-not-here"]


def test_words_that_happen_to_be_a_title_name_no_case(
    cohort: WriteCohort, cohort_problems: Callable[[], tuple[Problem, ...]], edit: Edit
) -> None:
    edit("title: Two conversations that stalled\n", f"title: {TITLE} and another\n")
    cohort("scenarios: {use: [two-advisors]}")

    assert not [each for each in cohort_problems() if each.code == "case-not-here"]


def test_an_activity_that_the_chosen_cases_do_not_reach(
    cohort: WriteCohort, told: Told, cohort_problems: Callable[[], tuple[Problem, ...]]
) -> None:
    path = cohort(
        sessions="- {id: first, workshop: challenging-scenarios}", head="audience: intern"
    )
    usual = path.read_text(encoding="utf-8")
    assert "no-case-left" not in {each.code for each in cohort_problems()}
    chosen = "workshops:\n  challenging-scenarios:\n    scenarios: {count: 3}\n"
    path.write_text(usual + chosen, encoding="utf-8")

    assert "`round-two`" in told("no-case-left", "{count", warning=True).message
