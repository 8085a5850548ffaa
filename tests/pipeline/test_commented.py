from __future__ import annotations

from typing import Any

import pytest
import yaml

from kit.pipeline.commented import with_comments
from kit.pipeline.resolved import as_yaml

LONG = ("words that go on and on " * 12).strip()


def places(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give every place in plain data."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[tuple[str | int, ...]] = []
    for key, each in inside:
        found.append((*at, key))
        if isinstance(each, dict | list):
            found += places(each, (*at, key))
    return found


@pytest.mark.parametrize(
    "data",
    [
        {"a": 1, "b": [1, 2], "c": {"d": "x"}},
        {"a": "two\nlines\n", "b": ["three\nlines\nhere", "one"]},
        {"a": LONG, "b": [LONG, {"c": LONG}], "d": f"{LONG}: {LONG}"},
        {"a": f"'{LONG}'", "b": f"# {LONG}", "c": '"'},
        {"a": " leading\n  and more\n", "b": "\n", "c": "", "d": "ends # so"},
        {"a": [[1, [2, 3]], [{"b": {"c": [4]}}]], "d": [], "e": {}},
        {"a": True, "b": "true", "c": "12", "d": "é – ’"},
        {"k" * 200: {"a": 1}, "l": 1},
    ],
)
def test_comments_everywhere_change_nothing(data: dict[str, Any]) -> None:
    text = as_yaml(data)
    commented = as_yaml(data, {at: f"file.yaml:{n}" for n, at in enumerate(places(data), start=1)})
    assert yaml.safe_load(commented) == yaml.safe_load(text) == data
    told = sum(line.count("file.yaml:") for line in commented.splitlines())
    assert told == len(places(data))


def test_a_comment_stands_on_the_line_of_its_value() -> None:
    text = "a: 1\nb: |\n  two\n  lines\nc:\n- id: x\n  y: 2\n"
    places = {("a",): "A", ("b",): "B", ("c",): "C", ("c", 0): "X", ("c", 0, "y"): "Y"}
    assert with_comments(text, places) == (
        "a: 1  # A\nb: |  # B\n  two\n  lines\nc:  # C\n- id: x  # X\n  y: 2  # Y\n"
    )


def test_two_on_one_line() -> None:
    text = "- id: x\n"
    assert with_comments(text, {(0,): "A", (0, "id"): "B"}) == "- id: x  # A; B\n"
    assert with_comments(text, {(0,): "A", (0, "id"): "A"}) == "- id: x  # A\n"
