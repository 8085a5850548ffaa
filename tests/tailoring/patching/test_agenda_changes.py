"""The order of the agenda, and the cases that it works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_another_order(cohort: Call, tailored: Call) -> None:
    cohort("order: [welcome, cases, see-needs, write-request, closing]")
    agenda = [each.activity.id for each in tailored().agenda]
    assert agenda == ["welcome", "cases", "see-needs", "write-request", "closing"]


def test_an_order_without_what_is_left_out(cohort: Call, tailored: Call) -> None:
    cohort(
        "leave_out: [cases, respond]\norder: [see-needs, welcome, write-request, closing]",
        sessions="- {id: a, workshop: small, minutes: 30}",
    )
    assert tailored().agenda[0].activity.id == "see-needs"


@pytest.mark.parametrize(
    ("order", "at", "said"),
    [
        ("[welcome, cases, see-needs, write-request]", "order", "leaves out `closing`"),
        ("[welcom, see-needs, cases, write-request, closing]", "welcom", "no activity"),
        ("[welcome, welcome, see-needs, cases, write-request, closing]", "welcome, see", "twice"),
        ("[needs, welcome, see-needs, cases, write-request, closing]", "needs, wel", "no activity"),
    ],
)
def test_an_order_that_is_none(
    cohort: Call, cohort_problems: Call, order: str, at: str, said: str
) -> None:
    path = cohort(f"order: {order}")
    found = [each for each in cohort_problems() if each.code == "order" and said in each.message]
    assert len(found) == 1
    line = path.read_text(encoding="utf-8").splitlines()[found[0].where.line - 1]
    assert line[found[0].where.column - 1 :].startswith(at)


def test_the_order_that_it_has(cohort: Call, told: Call) -> None:
    cohort("order: [welcome, see-needs, cases, write-request, closing]")
    told("changes-nothing", "order")


def test_the_closing_may_not_come_in_the_middle(cohort: Call, told: Call) -> None:
    cohort("order: [welcome, closing, see-needs, cases, write-request]")
    told("closing-not-protected", "order", warning=True)


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
