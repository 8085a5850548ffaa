from __future__ import annotations

from kit.cli.console import counted, table


def test_numbers_with_their_nouns() -> None:
    assert counted(0, "error") == "no errors"
    assert counted(1, "error") == "1 error"
    assert counted(2, "entry", "entries") == "2 entries"


def test_columns_stand_below_each_other() -> None:
    made = table(("Name", "Pages"), [("a", "10"), ("long name", "1")], right=(1,))
    assert made == "Name       Pages\na             10\nlong name      1"
