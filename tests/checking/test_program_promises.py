"""What a program announces, held against what its sessions give out."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        if each.code in {"no-diary", "no-follow-up"}
    }


def test_diary_days_without_a_diary_are_told(project: Path) -> None:
    text = PROGRAM.replace("  follow_ups:\n", DIARY)
    line = text.splitlines().index("  diary: {every_weeks: 4, begins: 2027-03-01}") + 1
    assert told(project, text) == {"no-diary": line}
    with_one = text.replace(
        "workshop: small, date: 2027-09-14", "workshop: stages-and-diaries, date: 2027-09-14"
    )
    assert told(project, with_one) == {}


def test_a_follow_up_form_that_there_is_not_is_told(project: Path, edit: Edit) -> None:
    assert told(project, PROGRAM) == {}
    workshop = (project / "workshops" / "small.yaml").read_text(encoding="utf-8")
    edit(workshop[workshop.index("  follow_up:\n") : workshop.index("disclosure:\n")], "")
    line = PROGRAM.splitlines().index("    - {date: 2027-06-14, session: spring}") + 1
    assert told(project, PROGRAM) == {"no-follow-up": line}
