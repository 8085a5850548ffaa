from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.records.session_plan import find_session, plan_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Edit


def test_the_plan_is_that_of_the_session(project: Path, interns: str) -> None:
    library = find_library(project)
    minutes = {
        session: {
            each.id: each.minutes
            for each in plan_of(library, find_session(library, f"{interns}/{session}")).activities
        }
        for session in ("first", "second")
    }
    assert minutes["first"]["welcome"] == 5
    assert minutes["second"]["welcome"] == 4
    assert "cases" in minutes["first"]
    assert "cases" not in minutes["second"]


def test_questions_are_asked_in_the_cohorts_words_and_on_one_line(
    project: Path, interns: str, edit: Edit
) -> None:
    edit(
        "  - What did people ask for that you could not promise?",
        "  - |\n    Who asked a {{ mentor }} [@chopra2018]?\n    And for what?",
    )
    edit("terms:\n", "terms:\n  mentor: sponsor\n", f"workshops/cohorts/{interns}.yaml")
    library = find_library(project)
    plan = plan_of(library, find_session(library, f"{interns}/first"))
    assert plan.questions == ("Who asked a sponsor? And for what?",)


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("intern/first", "unknown-cohort", "`interns`"),
        ("interns/frist", "unknown-session", "`first`"),
        ("interns/", "unknown-session", "`first`"),
        ("interns", "no-session", "`interns/first`"),
        ("../interns/first", "unknown-cohort", ""),
    ],
)
def test_what_is_not_there(project: Path, interns: str, name: str, code: str, hint: str) -> None:
    assert interns
    with pytest.raises(KitError) as caught:
        find_session(find_library(project), name)
    assert caught.value.problems[0].code == code
    assert hint in caught.value.problems[0].hint
