from __future__ import annotations

from pathlib import Path

import pytest

from kit.definitions.workshop import Workshop
from kit.reading.contents import core_items, own_items, own_scenarios, scales_named
from kit.reading.validation import validate
from kit.reading.yaml_source import read_source

SMALL = Path(__file__).parents[1] / "examples" / "project" / "workshops" / "small.yaml"


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    workshop, _ = validate(read_source(SMALL, "small.yaml"), Workshop)
    assert workshop is not None
    return workshop


def test_items_are_found_at_the_end_and_in_the_follow_up(workshop: Workshop) -> None:
    found = {item.id: location for location, item in own_items(workshop)}
    assert found["knows-gap"] == ("evaluation", "before_now", 0)
    assert found["request-story"] == ("evaluation", "follow_up", "items", 1)
    assert len(found) == 8


def test_core_items_are_found_for_both_forms(workshop: Workshop) -> None:
    assert [ids for _, ids in core_items(workshop)] == [
        ("mentoring-improved", "recommend"),
        ("mentoring-improved", "relationship-changed"),
    ]


def test_scenarios_of_its_own_are_found(workshop: Workshop) -> None:
    assert [(at, case.id) for at, case in own_scenarios(workshop)] == [
        (("scenarios", "own", 0), "two-advisors")
    ]


def test_scales_are_found_wherever_they_are_named(workshop: Workshop) -> None:
    found = dict(scales_named(workshop))
    assert found["worksheets", 0, "blocks", 1, "scale"] == "ability"
    assert found["worksheets", 0, "blocks", 2, "second", "scale"] == "met"
    assert found["evaluation", "objectives", 0, "scale"] == "agreement"
