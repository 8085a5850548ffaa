"""A session that stretches activities far is warned of, at its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told, WriteCohort

    from kit.errors import Problem


def test_a_session_that_stretches_is_warned_of(cohort: WriteCohort, told: Told) -> None:
    cohort(sessions="- {id: a, workshop: small, minutes: 75}")
    problem = told("activities-stretched", "75", warning=True)
    assert "To fill 75 minutes" in problem.message
    assert "`see-needs` (" in problem.message
    assert "welcome" not in problem.message
    assert "closing" not in problem.message


@pytest.mark.parametrize("minutes", [33, 40, 45, 54])
def test_a_little_more_is_no_stretch(
    cohort: WriteCohort, cohort_problems: Callable[[], tuple[Problem, ...]], minutes: int
) -> None:
    cohort(sessions=f"- {{id: a, workshop: small, minutes: {minutes}}}")
    assert not [each for each in cohort_problems() if each.code == "activities-stretched"]
