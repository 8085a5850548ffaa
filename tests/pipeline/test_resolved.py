from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kit.library import find_library
from kit.pipeline.resolved import as_yaml, resolved
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.fixture
def show(project: Path) -> Call:
    def run(**choice: Any) -> dict[str, Any]:
        (loaded,), _ = load_workshops(find_library(project), ["small"])
        return resolved(tailor(loaded, Choice(**choice)))

    return run


def test_words_are_filled_in_and_minutes_are_whole(show: Call) -> None:
    data = show(length="short")
    assert (data["length"], data["minutes"]) == ("short", 25)
    assert sum(activity["minutes"] for activity in data["agenda"]) == 25
    for activity in data["agenda"]:
        steps = activity["instructor"]["steps"]
        assert sum(step["minutes"] for step in steps) == activity["minutes"]
    assert "{{" not in json.dumps(data)


def test_shared_things_are_written_out(show: Call) -> None:
    data = show()
    assert all(item["text"] for item in data["evaluation"]["items"] if "text" in item)
    assert all(scenario["premise"] for scenario in data["scenarios"])
    assert all(reference["title"] for reference in data["references"])


def test_a_word_that_is_not_filled_in_is_a_line(show: Call, edit: Call) -> None:
    edit("  safe_contact: the ombuds office", "  safe_contact:")
    data = show()
    assert data["terms"]["safe_contact"] == "________"
    assert "\ue000" not in as_yaml(data)


def test_the_yaml_says_the_same(show: Call) -> None:
    data = show()
    text = as_yaml(data)
    assert yaml.safe_load(text) == json.loads(json.dumps(data))
    assert "&id" not in text
    assert "|" in text
