from __future__ import annotations

import pytest

from kit.press.word.content import Break, Tab, Text, Tick
from kit.press.word.inlines import tidy

BOLD = Text("b", frozenset(("bold",)))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([Text(" a\n  b ")], [Text("a b")]),
        ([Text("a "), Text(" b")], [Text("a b")]),
        ([Text("a "), BOLD, Text(" c")], [Text("a "), BOLD, Text(" c")]),
        ([Text("a "), Break(), Text(" b")], [Text("a"), Break(), Text("b")]),
        ([Text("a "), Tab(), Text("b")], [Text("a"), Tab(), Text("b")]),
        ([Tick(), Text(" a"), Tick()], [Tick(), Text(" a"), Tick()]),
        ([Text(" "), Text("\n")], []),
        ([Text("a\u00a0b")], [Text("a\u00a0b")]),
    ],
)
def test_spaces_are_as_a_browser_shows_them(given: list[Text], expected: list[Text]) -> None:
    assert list(tidy(given)) == expected
