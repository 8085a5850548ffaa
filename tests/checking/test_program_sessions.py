"""Sessions that show or name other stages than their program has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.library import find_library
from kit.pipeline.sessions import cohort_problems
from tests.checking.test_program import PROGRAM

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Edit

CODES = {"other-stages", "stage-named"}
MORE = "  - {id: winter, workshop: small, date: 2027-11-14}\n"


def told(project: Path, text: str) -> list[tuple[str, int, str]]:
    folder = project / "workshops" / "cohorts"
    folder.mkdir(exist_ok=True)
    (folder / "group.yaml").write_text(text, encoding="utf-8")
    found = cohort_problems("group", find_library(project))
    return [
        (each.code, each.where.line if each.where else 0, each.message)
        for each in found
        if each.code in CODES
    ]


def test_a_session_that_keeps_its_own_stages_is_told(project: Path) -> None:
    assert told(project, PROGRAM) == []
    ((code, line, message),) = told(project, PROGRAM + MORE)
    assert (code, line) == ("other-stages", (PROGRAM + MORE).splitlines().index(MORE[:-1]) + 1)
    assert "`winter`" in message
    stages = PROGRAM[PROGRAM.index("  stages:\n") : PROGRAM.index("  mentors:\n")]
    taken = (PROGRAM + MORE).replace(stages, "  stages: small\n")
    assert told(project, taken) == [], "its stages are the workshop's"


def test_a_checkpoint_that_names_a_stage_that_is_gone_is_told(project: Path, edit: Edit) -> None:
    edit("happens: You do the work.", "happens: You are working hard.")
    assert told(project, PROGRAM) == []
    edit("title: Getting started, happens", "title: Getting-started, happens")
    block = "      - id: network-stages\n"
    edit(block, block + "        title: From Getting-started on\n")
    found = told(project, PROGRAM)
    assert [code for code, *_ in found] == ["stage-named", "stage-named"]
    assert "speaks of `Getting-started`" in found[0][2]
