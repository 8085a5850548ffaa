"""Sessions of one cohort may have the same people; those of several have not."""

from __future__ import annotations

import pytest

from kit.reporting.same_people import fewest_people, same_people


@pytest.mark.parametrize(
    ("sessions", "same"),
    [
        ([], False),
        (["ward/first"], False),
        (["ward/first", "ward/first"], False),
        (["ward/first", "clinic/first"], False),
        (["ward/first", "ward/second"], True),
        (["ward/first", "clinic/first", "clinic/second"], True),
        (["managing-up", "managing-down"], False),
    ],
)
def test_who_may_have_come_twice(sessions: list[str], same: bool) -> None:
    assert same_people(sessions) is same


@pytest.mark.parametrize(
    ("sessions", "fewest"),
    [
        ([], 0),
        (["ward/first"] * 3, 3),
        (["ward/first"] * 3 + ["ward/second"] * 4, 4),
        (["ward/first"] * 3 + ["clinic/first"] * 4, 7),
        (["managing-up"] * 3 + ["managing-down"] * 2, 5),
    ],
)
def test_how_few_people_forms_may_be_from(sessions: list[str], fewest: int) -> None:
    assert fewest_people(sessions) == fewest
