from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kit.press.outlined_text import outlined


def places(operators: list[bytes]) -> list[tuple[float, float]]:
    text = b" ".join(operators).decode()
    pairs = re.findall(r"(-?[\d.]+) (-?[\d.]+)(?= )", text)
    return [(float(x), float(y)) for x, y in pairs]


def test_a_line_ends_where_it_should() -> None:
    drawn = places(outlined("WK-7K2M", 200.0, 50.0, 10.0))
    assert 198 < max(x for x, _ in drawn) <= 200
    assert 150 < min(x for x, _ in drawn) < 180
    assert 49 < min(y for _, y in drawn) < 51 < max(y for _, y in drawn) < 60


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    operators = outlined(text, 100, 100, 9)
    assert operators[0] == b"q"
    assert operators[-1] == b"Q"
