from __future__ import annotations

import pytest

from kit.reporting.disclosure.unanimous import unanimous_adverse


@pytest.mark.parametrize(
    ("counts", "adverse"),
    [
        ((5, 0, 0, 0, 0), True),
        ((2, 3, 0, 0, 0), True),
        ((0, 7, 0, 0, 0, 0, 0), True),
        ((2, 3, 1, 0, 0), False),
        ((0, 0, 0, 0, 9), False),
        ((4, 0, 0, 0, 0), False),  # it is not shown at all
        ((9, 0, 0, 0), True),
        ((8, 1, 0, 0), False),
        ((6, 0), True),
        ((0, 6), False),
        ((9,), False),
        ((0, 0, 0, 0, 0), False),
        ((), False),
    ],
)
def test_all_of_a_group_at_the_lower_end(counts: tuple[int, ...], *, adverse: bool) -> None:
    assert unanimous_adverse(counts) is adverse
