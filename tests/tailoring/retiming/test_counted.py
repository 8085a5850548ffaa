from __future__ import annotations

from kit.tailoring.retiming.counted import counted


def test_one_minute_and_more() -> None:
    assert (counted(1), counted(2), counted(0)) == ("1 minute", "2 minutes", "0 minutes")
