from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.library import Library
from kit.reading.cohort import load_cohort

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_cohort_and_its_places(cohort: Call, project: Path) -> None:
    cohort(sessions="- {id: first, workshop: small}\n- {id: second, workshop: small, minutes: 30}")
    loaded, problems = load_cohort(Library(None, project), "group")
    assert problems == ()
    assert loaded
    assert loaded.session("second") == loaded.cohort.sessions[1]
    assert loaded.session("third") is None
    assert loaded.place("sessions", 1, "minutes").line == 6
    assert loaded.place("sessions", 1, key=True).file.endswith("cohorts/group.yaml")


GOOD = "kit: 1\ntitle: A\nsessions: [{id: a, workshop: small}]\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("# nothing\n", "empty-file"),
        ("kit: 1\ntitle: A\nsessions: []\n", "too-few"),
        ("kit: 1\ntitle: A\n", "missing"),
        ("kit: 2\ntitle: A\nsessions: [{id: a, workshop: small}]\n", "format-version"),
        ("kit: 1\ntitle: A\nsessions: 5\n", "list-needed"),
        ("kit: 1\ntitle: A\nsessions: [5]\n", "keys-needed"),
        ("- kit\n", "keys-needed"),
        ("kit: 1\ntitle: [A]\nsessions: [{id: a, workshop: small}]\n", "text-needed"),
        ("kit: 1\ntitle: A\nsessions: [{id: a, workshop: small, minutes: ten}]\n", "number-needed"),
        (
            "kit: 1\ntitle: A\nsessions: [{id: a, workshop: small}]\nworkshops: {small: [x]}\n",
            "keys-needed",
        ),
        (
            GOOD + "workshops: {small: {change: {welcome: x}}}\n",
            "keys-needed",
        ),
        (
            GOOD + "workshops: {small: {leave_out: cases}}\n",
            "list-needed",
        ),
        (
            GOOD + "workshops: {small: {scenarios: {count: 0}}}\n",
            "number-range",
        ),
        ("kit: 1\ntitle: A\nkit: 1\n", "duplicate-key"),
        ("kit: 1\ntitle: 'A\n", "unclosed-quote"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    project: Path, cohort: Call, text: str, code: str
) -> None:
    path = cohort()
    path.write_text(text, encoding="utf-8")
    loaded, problems = load_cohort(Library(None, project), "group")
    assert loaded is None
    assert code in {problem.code for problem in problems}, [str(each) for each in problems]
    for problem in problems:
        assert problem.where
        assert problem.where.file.endswith("workshops/cohorts/group.yaml")
        assert problem.where.line or code == "empty-file"


def test_an_unknown_cohort(cohort: Call, project: Path) -> None:
    cohort()
    loaded, (problem,) = load_cohort(Library(None, project), "groop")
    assert loaded is None
    assert problem.code == "unknown-cohort"
    assert "Did you mean `group`?" in problem.hint
