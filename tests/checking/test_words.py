from __future__ import annotations

from kit.checking.words import counted, listed


def test_names_read_as_a_sentence() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b"]) == "`a` and `b`"
    assert listed(["a", "b", "c"]) == "`a`, `b` and `c`"


def test_one_is_no_more() -> None:
    assert counted(1, "minute") == "1 minute"
    assert counted(2, "minute") == "2 minutes"
