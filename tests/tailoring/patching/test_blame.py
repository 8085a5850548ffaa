"""A problem that a change brought about stands at the change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.errors import Problem

    Call = Callable[..., Any]


@pytest.mark.parametrize(
    ("changes", "code", "at"),
    [
        ("leave_out: [see-needs]", "not-taught", "see-needs"),
        ("leave_out: [cases]", "minutes-add-up", "cases"),
        ("change: {welcome: {minutes: {standard: 6}}}", "minutes-add-up", "minutes"),
        ("change: {workshop: {lengths: {standard: 41}}}", "minutes-add-up", "41"),
        ("change: {see-needs: {minimum: 15}}", "under-minimum", "15"),
        ("change: {see-needs: {objectives: []}}", "not-taught", "see-needs"),
        ("change: {see-needs: {uses: [needs, netwrok]}}", "unknown-material", "netwrok"),
        ("leave_out: [map, ask, respond]", "too-few", "leave_out"),
        ("leave_out: [writes-request, request-sent]", "not-measured", "leave_out"),
        ("leave_out: [writes-request]", "not-measured", "writes-request"),
        ("leave_out: [request-need, request-words, request-people, request-slip]", "too-few",
         "leave_out"),
    ],
)  # fmt: skip
def test_the_change_is_to_blame(
    cohort: Call, cohort_problems: Call, changes: str, code: str, at: str
) -> None:
    path = cohort(changes)
    lines = path.read_text(encoding="utf-8").splitlines()
    errors = [each for each in cohort_problems() if each.severity == "error"]
    assert errors
    assert all(each.where.file == errors[0].where.file for each in errors)
    assert errors[0].where.file.endswith("cohorts/group.yaml")
    spots = [(each.code, lines[each.where.line - 1][each.where.column - 1 :]) for each in errors]
    assert any(each == code and text.startswith(at) for each, text in spots), spots


def test_what_must_stay_is_said_in_words_of_leaving_out(
    cohort: Call, cohort_problems: Call
) -> None:
    cohort("leave_out: [welcome, see-needs, cases, write-request, closing]")
    (problem,) = (each for each in cohort_problems() if "`agenda`" in each.message)
    assert problem.message == "At least 1 must stay for `agenda`."
    assert problem.hint.startswith("Leave out less")
    assert "`id:`" not in problem.hint


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [each.code for each in problems if each.severity == "error"]


def test_other_lengths_are_no_business_of_the_session(cohort: Call, cohort_problems: Call) -> None:
    changes = "leave_out: [cases, respond]"
    cohort(changes, sessions="- {id: a, workshop: small, length: short}")
    assert codes(cohort_problems()) == []
    cohort(changes, sessions="- {id: a, workshop: small}")
    assert codes(cohort_problems()) == ["minutes-add-up"]
    cohort(changes, sessions="- {id: a, workshop: small, minutes: 40}")
    assert codes(cohort_problems()) == []


def test_the_other_sessions_are_judged_by_themselves(cohort: Call, cohort_problems: Call) -> None:
    cohort(
        "leave_out: [cases, respond]",
        sessions="- {id: a, workshop: small, length: short}\n- {id: b, workshop: small}",
    )
    assert codes(cohort_problems()) == ["minutes-add-up"]
