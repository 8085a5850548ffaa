from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.sessions import cohort_problems

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.mark.parametrize(
    ("count", "told"), [(None, False), (4, False), (6, False), (3, True), (18, True)]
)
def test_copies_are_held_against_the_roster(
    project: Path, cohort: Call, count: int | None, told: bool
) -> None:
    folder = project / "workshops" / "cohorts"
    folder.mkdir(exist_ok=True)
    (folder / "people.csv").write_text("Name\nAna\nBo\nCy\nDi\n", encoding="utf-8")
    cohort(head="roster: people.csv" + (f"\nparticipants: {count}" if count else ""))
    found = [
        each for each in cohort_problems("group", find_library(project)) if each.code == "headcount"
    ]
    assert bool(found) == told
    if told:
        assert found[0].where
        assert found[0].where.line > 1


@pytest.mark.parametrize(
    ("people", "told"),
    [(1, "and 1 person comes."), (12, ""), (400, "and 400 come."), (None, "")],
)
def test_a_group_that_its_workshop_is_not_made_for_is_told(
    project: Path, cohort: Call, people: int | None, told: str
) -> None:
    cohort(head=f"participants: {people}" if people else "")
    found = [
        each
        for each in cohort_problems("group", find_library(project))
        if each.code == "group-size"
    ]
    assert [told in each.message for each in found] == ([True] if told else [])
    assert all(each.where and each.where.source.startswith("participants") for each in found)
