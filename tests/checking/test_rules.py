from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.errors import Problem


def test_a_good_workshop_has_no_problem(checked: Callable[[], tuple[Problem, ...]]) -> None:
    assert checked() == ()


def test_every_problem_is_told_at_once_in_reading_order(
    checked: Callable[[], tuple[Problem, ...]], edit: Callable[..., Path]
) -> None:
    edit("lengths: {standard: 40, short: 25}", "lengths: {standard: 44, short: 27}")
    edit("uses: [request]", "uses: [requst]")
    edit("[@straus2013]", "[@straus2014]")
    problems = checked()
    assert problems == in_reading_order(problems)
    assert {problem.code for problem in problems} == {
        "minutes-add-up",
        "unknown-citation",
        "unknown-material",
        "unused-worksheet",
    }
