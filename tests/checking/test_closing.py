"""The end of a session that a cohort leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

FITTED = "- {id: a, workshop: small, minutes: 37}"


def test_it_is_told_once_at_its_line_with_a_way_out(
    cohort: Call, told: Call, cohort_problems: Call
) -> None:
    cohort("leave_out: [closing]", sessions=FITTED)
    problem = told("closing-left-out", "closing", warning=True)
    assert "the form takes 3 minutes, and 0 minutes of it are protected" in problem.message
    assert "let `write-request`, which comes last, close" in problem.hint
    codes = [each.code for each in cohort_problems()]
    assert codes.count("closing-left-out") == 1
    assert not {"closing-not-protected", "no-time-for-evaluation"} & {*codes}


def test_another_activity_may_close(cohort: Call, cohort_problems: Call) -> None:
    cohort(
        "leave_out: [closing]\nchange: {write-request: {protected: true}}",
        sessions=FITTED,
    )
    codes = {each.code for each in cohort_problems()}
    assert not {"closing-left-out", "closing-not-protected", "no-time-for-evaluation"} & codes
