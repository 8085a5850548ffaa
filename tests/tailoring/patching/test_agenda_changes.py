"""The cases that the agenda works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

SHORT = "- {id: a, workshop: small, length: short}"
"""A session without `cases`."""


def test_cases_take_the_places_of_others(cohort: Call, tailored: Call) -> None:
    cohort("scenarios: {use: [two-advisors, late-feedback]}")
    made = tailored()
    assert [each.id for each in made.scenarios] == ["two-advisors", "late-feedback"]
    uses = next(each.activity.uses for each in made.agenda if each.activity.id == "cases")
    assert uses == ("two-advisors", "late-feedback")


def test_fewer_cases_than_places(cohort: Call, tailored: Call) -> None:
    cohort("scenarios: {use: [two-advisors]}")
    assert [each.id for each in tailored().scenarios] == ["two-advisors"]


def test_more_cases_than_places_go_to_the_last_activity_that_uses_some(
    cohort: Call, tailored: Call, edit: Call
) -> None:
    edit("uses: [late-feedback, two-advisors]", "uses: [late-feedback]")
    cohort("scenarios: {use: [two-advisors, late-feedback]}")
    uses = next(each.activity.uses for each in tailored().agenda if each.activity.id == "cases")
    assert uses == ("two-advisors", "late-feedback")
