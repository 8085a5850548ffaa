from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kit.instrument.form import form_of
from kit.instrument.version import wording_digest
from kit.library import Library
from kit.reading.workshop import load_workshops
from kit.tailoring.tailor import Choice, tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Versions = Callable[..., tuple[str, str]]


@pytest.fixture
def versions(project: Path) -> Versions:
    def read(**choice: object) -> tuple[str, str]:
        (loaded,), problems = load_workshops(Library(None, project), ["small"])
        assert not problems
        form = form_of(tailor(loaded, Choice(**choice)), "end")  # type: ignore[arg-type]
        assert form
        return form.version, wording_digest(form)

    return read


def test_a_version_is_short_and_the_same_every_time(versions: Versions) -> None:
    version, _ = versions()
    assert re.fullmatch(r"[0-9a-f]{7}", version)
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
def test_another_wording_changes_the_words_and_not_the_version(
    versions: Versions, edit: Callable[..., Path], old: str, new: str, file: str
) -> None:
    before = versions()
    edit(old, new, f"workshops/{file}.yaml")
    after = versions()
    assert after[0] == before[0]
    assert after[1] != before[1]


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
    assert versions()[0] != before[0]


def test_other_words_for_other_people_still_add_up(
    versions: Versions, edit: Callable[..., Path]
) -> None:
    edit("text: What was most useful to you?", "text: What did your {{ mentor }} help with?")
    assert versions()[0] == versions(terms={"mentor": "advisor"}, audience="faculty")[0]
    assert versions()[1] != versions(terms={"mentor": "advisor"})[1]


def test_a_length_that_asks_other_questions_has_another_version(versions: Versions) -> None:
    assert versions()[0] != versions(length="short")[0]
