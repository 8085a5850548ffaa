from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.collecting.current_form import current_questionnaire
from kit.exchange.same_words import same_words
from kit.library import find_library

if TYPE_CHECKING:
    from pathlib import Path


def told(project: Path, old: str, new: str) -> list[str]:
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    asked = current_questionnaire(find_library(project), "small", "end")
    return [each.message for each in same_words(asked)]


def test_before_and_now_have_words_of_their_own(project: Path) -> None:
    assert told(project, "the map", "a map") == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (
            "text: I can write a request that a mentor can answer in one line.",
            "text: I can name a need that none of my mentors meets!",
            [
                "`knows-gap.before`, `writes-request.before`",
                "`knows-gap.now`, `writes-request.now`",
            ],
        ),
        ("[the map, the talk in pairs", "[the map, The map", ["`the map`, `The map`"]),
        ("the request]", "Other]", ["`Other`, `Other`"]),
    ],
)
def test_what_has_the_same_words_is_named(
    project: Path, old: str, new: str, named: list[str]
) -> None:
    messages = told(project, old, new)
    assert len(messages) == len(named)
    assert all(each in message for each, message in zip(named, messages, strict=True))
