from __future__ import annotations

import gc
import weakref

import pytest

from kit.press.collector import Collector


class Ring:
    def __init__(self) -> None:
        self.me = self


def test_what_documents_leave_behind_goes_when_enough_has_come_together() -> None:
    collector = Collector(pages=3)
    with collector.resting():
        assert not gc.isenabled()
        left = weakref.ref(Ring())
    assert gc.isenabled()
    collector.count(2)
    with collector.resting():
        assert left() is not None
    collector.count(1)
    with collector.resting():
        assert left() is None


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with pytest.raises(ValueError, match="broken"), Collector().resting():
            raise ValueError("broken")
        assert not gc.isenabled()
    finally:
        gc.enable()
