from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kit.instrument.form import form_of
from kit.library import Library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Versions = Callable[..., str]


@pytest.fixture
def versions(project: Path) -> Versions:
    def read(**choice: object) -> str:
        (loaded,), problems = load_workshops(Library(None, project), ["small"])
        assert not problems
        form = form_of(tailor(loaded, Choice(**choice)), "end")  # type: ignore[arg-type]
        assert form
        return form.version

    return read


def test_a_version_is_short_and_the_same_every_time(versions: Versions) -> None:
    assert re.fullmatch(r"[0-9a-f]{7}", versions())
    assert versions() == versions()


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        ("What was most useful to you?", "What helped you most?", "small"),
        ("the talk in pairs, the request]", "the pairs, the request]", "small"),
        (
            "a mentor can answer in one line.\n      objective: ask",
            "X.\n      objective: ask",
            "small",
        ),
        ("labels: [not at all, a little,", "labels: [no, a little,", "shared/scales"),
    ],
)
def test_another_wording_does_not_change_the_version(
    versions: Versions, edit: Callable[..., Path], old: str, new: str, file: str
) -> None:
    before = versions()
    edit(old, new, f"workshops/{file}.yaml")
    assert versions() == before


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        ("- id: most-useful", "- id: most-useful-part", "small"),
        (
            "options: [the map, the talk in pairs",
            "options: [a, the map, the talk in pairs",
            "small",
        ),
        ("several: true\n", "several: false\n", "small"),
        ("[mentoring-improved, recommend]", "[mentoring-improved, time-well-spent]", "small"),
        ("labels: [not at all, a little,", "labels: [not at all,", "shared/scales"),
    ],
)
def test_another_question_or_answer_changes_the_version(
    versions: Versions, edit: Callable[..., Path], old: str, new: str, file: str
) -> None:
    before = versions()
    edit(old, new, f"workshops/{file}.yaml")
    assert versions() != before[0]


def test_other_words_for_other_people_still_add_up(
    versions: Versions, edit: Callable[..., Path]
) -> None:
    edit("text: What was most useful to you?", "text: What did your {{ mentor }} help with?")
    assert versions() == versions(terms={"mentor": "advisor"}, audience="faculty")


def test_a_length_that_asks_other_questions_has_another_version(versions: Versions) -> None:
    assert versions() != versions(length="short")
