"""Sessions of one cohort may have the same people; those of several have not."""

from __future__ import annotations

import pytest

from kit.reporting.same_people import same_people


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
