"""A cohort elsewhere gives its own emergency numbers, and no document names another country's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.resolved import as_yaml, resolved
from kit.pipeline.sessions import sessions_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

WORKSHOPS = (
    "challenging-scenarios",
    "managing-up",
    "mentee-driven-relationship",
    "mentoring-mosaic",
)
AMERICAN = re.compile(r"\b(?:911|988)\b")


@pytest.mark.parametrize("name", WORKSHOPS)
@pytest.mark.parametrize("own", [True, False])
def test_the_numbers_are_the_cohorts(cohort: Call, project: Path, name: str, own: bool) -> None:
    numbers = '{emergency_number: "999", crisis_line: "the Samaritans, on 116 123"}'
    cohort(head=f"terms: {numbers}" if own else "", sessions=f"- {{id: a, workshop: {name}}}")
    (ready,) = sessions_of("group", (), find_library(project))
    words = as_yaml(resolved(ready.tailored))
    assert bool(AMERICAN.search(words)) is not own
    participants = ready.tailored.workshop.disclosure.participants
    here = ("call 999", "the Samaritans, on 116 123") if own else ("call 911 in", " 988 in")
    assert all(each in " ".join(participants.split()) for each in here)


def test_the_numbers_show_among_the_differences(cohort: Call, project: Path) -> None:
    cohort(head="terms: {emergency_number: 999}", sessions="- {id: a, workshop: managing-up}")
    (ready,) = sessions_of("group", (), find_library(project))
    assert ready.setting.occasion
    assert ready.setting.occasion.differences == ("“911 in the United States” is “999” here.",)
