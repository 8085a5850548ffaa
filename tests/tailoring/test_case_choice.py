"""The cases that a cohort works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

BUNDLED = "- {id: a, workshop: challenging-scenarios}"


def changes(selection: str, more: str = "") -> str:
    return f"workshops: {{challenging-scenarios: {{scenarios: {selection}{more}}}}}"


def test_named_ones_come_first_and_others_differ_from_them(cohort: Call, tailored: Call) -> None:
    cohort(head=changes("{use: [whose-idea], count: 4}"), sessions=BUNDLED)
    cases = tailored().scenarios
    assert cases[0].id == "whose-idea"
    assert len({each.id for each in cases}) == 4
    assert [each.id for each in tailored().scenarios] == [each.id for each in cases]


def test_by_theme_from_the_whole_bank(cohort: Call, tailored: Call, session: Call) -> None:
    theme = "Conflict Of Interest"
    cohort(sessions=BUNDLED)
    themes = sorted({name for each in session().plain.scenarios.values() for name in each.themes})
    theme = themes[0].upper()
    cohort(head=changes(f"{{themes: ['{theme}']}}"), sessions=BUNDLED)
    cases = tailored().scenarios
    assert cases
    assert all(theme.casefold() in {name.casefold() for name in each.themes} for each in cases)


def test_another_cohort_may_get_others(cohort: Call, tailored: Call, session: Call) -> None:
    cohort(sessions=BUNDLED)
    usual = len(session().plain.scenarios)
    cohort(head=changes(f"{{count: {usual}}}"), sessions=BUNDLED)
    assert len(tailored().scenarios) == usual


@pytest.mark.parametrize(
    ("selection", "code", "at"),
    [
        ("{use: [whose-ideas]}", "unknown-scenario", "whose-ideas"),
        ("{themes: [tennis]}", "unknown-theme", "tennis"),
        ("{count: 29}", "too-few-cases", "29"),
        ("{use: [whose-idea, whose-idea]}", "named-twice", "whose-idea]"),
        ("{use: [whose-idea, boss-in-the-room], count: 1}", "too-many-cases", "1"),
        ("{}", "changes-nothing", "scenarios"),
        ("{use: []}", "changes-nothing", "scenarios"),
    ],
)
def test_choices_that_cannot_be(
    cohort: Call, told: Call, selection: str, code: str, at: str
) -> None:
    cohort(head=changes(selection), sessions=BUNDLED)
    told(code, at)


def test_what_is_left_out_is_not_chosen(cohort: Call, told: Call, tailored: Call) -> None:
    cohort(head=changes("{count: 3}", ", leave_out: [whose-idea]"), sessions=BUNDLED)
    assert "whose-idea" not in [each.id for each in tailored().scenarios]
    cohort(head=changes("{use: [whose-idea]}", ", leave_out: [whose-idea]"), sessions=BUNDLED)
    told("named-twice", "whose-idea")


def test_a_workshop_without_cases(cohort: Call, told: Call) -> None:
    cohort(
        head="workshops: {mentoring-mosaic: {scenarios: {use: [whose-idea]}}}",
        sessions="- {id: a, workshop: mentoring-mosaic}",
    )
    told("unknown-scenario", "whose-idea")


def test_a_case_of_the_bundled_bank_beside_the_projects_own(cohort: Call, tailored: Call) -> None:
    cohort("scenarios: {use: [whose-idea, two-advisors]}", head="audience: intern")
    assert [each.id for each in tailored().scenarios] == ["whose-idea", "two-advisors"]


def test_a_new_case_may_be_named(cohort: Call, tailored: Call) -> None:
    cohort(
        """
        scenarios: {use: [own-case, late-feedback]}
        add:
          - scenario:
              id: own-case
              title: Ours
              themes: [time]
              questions: [What now?]
              versions: {intern: Your mentor left., faculty: Your mentee left.}
              instructor: {listen_for: [a plan]}
        """
    )
    assert [each.id for each in tailored().scenarios] == ["own-case", "late-feedback"]
