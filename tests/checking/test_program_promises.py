"""What a program announces, held against what its sessions give out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.library import find_library
from kit.pipeline.sessions import cohort_problems
from tests.checking.test_program import PROGRAM

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Edit

DIARY = """\
  diary: {every_weeks: 4, begins: 2027-03-01}
  follow_ups:
"""


def told(project: Path, text: str) -> dict[str, int]:
    folder = project / "workshops" / "cohorts"
    folder.mkdir(exist_ok=True)
    (folder / "group.yaml").write_text(text, encoding="utf-8")
    found = cohort_problems("group", find_library(project))
    return {
        each.code: each.where.line if each.where else 0
        for each in found
        if each.code in {"no-diary", "no-follow-up", "follow-up-not-planned"}
    }


def test_diary_days_without_a_diary_are_told(project: Path) -> None:
    text = PROGRAM.replace("  follow_ups:\n", DIARY)
    line = text.splitlines().index("  diary: {every_weeks: 4, begins: 2027-03-01}") + 1
    assert told(project, text) == {"no-diary": line}
    with_one = text.replace(
        "workshop: small, date: 2027-09-14", "workshop: stages-and-diaries, date: 2027-09-14"
    )
    assert told(project, with_one) == {}  # its follow-up form is due when the program is over


def test_a_follow_up_form_that_there_is_not_is_told(project: Path, edit: Edit) -> None:
    assert told(project, PROGRAM) == {}
    workshop = (project / "workshops" / "small.yaml").read_text(encoding="utf-8")
    edit(workshop[workshop.index("  follow_up:\n") : workshop.index("disclosure:\n")], "")
    line = PROGRAM.splitlines().index("    - {date: 2027-06-14, session: spring}") + 1
    assert told(project, PROGRAM) == {"no-follow-up": line}


FALL = "  - {id: fall, workshop: small, date: 2027-09-14}"


@pytest.mark.parametrize(
    ("written", "due"),
    [
        (FALL.replace("09-14", "08-30"), "2027-11-30"),
        (FALL.replace("09-14", "08-31"), "2027-11-30"),
        (FALL.replace(", date: 2027-09-14", ""), "…"),
    ],
)
def test_a_form_that_a_session_promises_and_no_day_is_for_is_told(
    project: Path, written: str, due: str
) -> None:
    text = PROGRAM.replace(FALL, written)
    line = text.splitlines().index(written) + 1
    assert told(project, text) == {"follow-up-not-planned": line}
    (warning,) = [
        each
        for each in cohort_problems("group", find_library(project))
        if each.code == "follow-up-not-planned"
    ]
    assert warning.severity == "warning"
    assert "3 months later" in warning.message
    assert f"`{{date: {due}, session: fall}}`" in warning.hint

    sent = "    - {date: 2027-11-30, session: fall}\n"
    assert told(project, text.replace("sessions:\n", f"{sent}sessions:\n")) == {}


def test_a_form_that_is_due_when_the_program_is_over_or_that_a_cohort_changes_is_not_told(
    project: Path,
) -> None:
    text = PROGRAM.replace(FALL, FALL.replace("09-14", "09-01"))
    assert told(project, text) == {}
    earlier = PROGRAM.replace(FALL, FALL.replace("09-14", "06-01"))
    own = "workshops: {small: {change: {workshop: {evaluation: {minutes: 4}}}}}\n"
    assert told(project, earlier + own) == {}
