from __future__ import annotations

import pytest

from kit.editions.setting import Setting, clock_after
from kit.errors import KitError


def test_the_clock_runs_on_from_the_start() -> None:
    assert clock_after("9:05", 0) == "9:05"
    assert clock_after("13:50", 25) == "14:15"
    assert clock_after("23:50", 20) == "0:10"


@pytest.mark.parametrize(
    "start", ["25:00", "13:60", "1300", "noon", "", "13:5", "-1:30", "\uff11\uff13:00"]
)
def test_a_start_that_no_clock_shows_is_refused_with_a_way_out(start: str) -> None:
    with pytest.raises(KitError) as refused:
        Setting(start=start)
    (problem,) = refused.value.problems
    assert problem.code == "start-time"
    assert "09:00" in problem.hint
