from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from kit.definitions.activity import Activity
from kit.definitions.base import (
    ByLength,
    Id,
    Minutes,
    belongs_to,
    is_for_instructor,
    minutes_in,
)
from kit.definitions.objective import Bloom, Objective
from kit.definitions.scenario import Scenario
from kit.definitions.workshop import Workshop


def test_minutes_for_all_lengths_or_for_each() -> None:
    assert minutes_in(5, "short") == 5
    assert minutes_in({"standard": 5}, "standard") == 5
    assert minutes_in({"standard": 5}, "short") is None


def test_no_list_of_lengths_means_all() -> None:
    assert belongs_to((), "short")
    assert belongs_to(("short",), "short")
    assert not belongs_to(("long",), "short")


@pytest.mark.parametrize("name", ["goal", "goal-2", "a1-b2"])
def test_an_id(name: str) -> None:
    assert TypeAdapter(Id).validate_python(name) == name


@pytest.mark.parametrize("name", ["Goal", "goal_2", "2-goal", "goal-", "-goal", "{{x}}", ""])
def test_what_is_no_id(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(name)


@pytest.mark.parametrize("minutes", ["5", 5.0, True, 0, 601])
def test_minutes_are_whole_numbers(minutes: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Minutes).validate_python(minutes)


def test_a_mapping_of_minutes_is_read_only() -> None:
    minutes = TypeAdapter(ByLength).validate_python({"short": 5})
    with pytest.raises(TypeError):
        minutes["short"] = 6


def test_a_definition_cannot_be_changed_and_knows_its_keys() -> None:
    objective = Objective(id="ask", text="Ask", bloom=Bloom.CREATE)
    with pytest.raises(ValidationError):
        objective.text = "Tell"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Objective.model_validate({"id": "ask", "text": "Ask", "bloom": "create", "level": 1})


def test_what_is_for_the_instructor_is_marked() -> None:
    assert is_for_instructor(Activity, "instructor")
    assert is_for_instructor(Scenario, "instructor")
    assert is_for_instructor(Workshop, "why")
    assert not is_for_instructor(Workshop, "summary")
    assert not is_for_instructor(Scenario, "questions")
