"""One source for a program's stages: the plan, the check-points and their sheets say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.blocks.stage_line import StageLineBlock
from kit.editions.registry import EDITIONS
from kit.library import find_library
from kit.pipeline.provenance import provenance
from kit.pipeline.resolved import resolved
from kit.pipeline.sessions import sessions_of
from kit.reading.cohort import load_cohort
from kit.tailoring.program_stages import languages_shown, program_stages

if TYPE_CHECKING:
    from pathlib import Path

    from kit.pipeline.ready import Ready

COHORT = """\
kit: 1
title: Group
terms: {safe_contact: the dean, mentor: tutor}
program:
  title: A year
  begins: 2027-02-01
  ends: 2027-11-30
  stages: STAGES
  mentors:
    senior: {title: Senior mentor, does: [Meets you.]}
  checkpoints:
    - {session: spring, stage: working, who: All}
sessions:
  - {id: first, workshop: small, date: 2027-02-14}
  - {id: spring, workshop: small, date: 2027-03-14}
workshops:
  small:
    change:
      working: {title: "Work with a {{ mentor }}"}
"""
OWN = """
    - {id: begin, title: Begin, happens: You begin.}
    - {id: working, title: Go on, happens: You go on.}"""
CHANGED = ["Getting started", "Work with a tutor"]


@pytest.fixture
def write(project: Path) -> Any:
    def written(stages: str) -> tuple[Ready, ...]:
        path = project / "workshops" / "cohorts" / "group.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(COHORT.replace(" STAGES", f" {stages}" if stages == "small" else stages))
        return sessions_of("group", (), find_library(project))

    return written


def on_the_line(ready: Ready) -> list[str]:
    (block,) = [
        each
        for sheet in ready.tailored.worksheets
        for each in sheet.blocks
        if isinstance(each, StageLineBlock)
    ]
    return [each.title for each in block.stages]


def test_a_workshops_stages_come_with_the_cohorts_changes_and_words(write: Any) -> None:
    first, spring = write("small")

    for ready in (first, spring):
        plan = EDITIONS["program-plan"].view(ready.tailored, first.setting)
        assert [each.title for each in plan.stages] == CHANGED
        assert on_the_line(ready) == CHANGED
    assert plan.stages[1].looked_at
    assert plan.checks[0].stage == "Work with a tutor"


def test_a_check_points_sheet_has_the_stages_of_the_program_and_no_other_session_has(
    write: Any,
) -> None:
    first, spring = write(OWN)

    assert on_the_line(first) == CHANGED
    assert on_the_line(spring) == ["Begin", "Go on"]
    line = "The stages are those of the program: “Begin”; “Go on”."
    assert line in spring.setting.occasion.differences
    assert line not in first.setting.occasion.differences
    told = provenance(
        resolved(spring.tailored), spring.tailored, spring.session.loaded, spring.session
    )
    assert told["stages",].endswith("workshops/cohorts/group.yaml:9")


def test_the_files_of_the_stages_are_among_the_sources(project: Path, write: Any) -> None:
    other = project / "workshops" / "other.yaml"
    other.write_text((project / "workshops" / "small.yaml").read_text(encoding="utf-8"))
    for ready in write(" other"):
        assert "other.yaml" in {path.name for path in ready.sources}


def test_there_are_none_without_a_program_or_where_the_workshop_is_not(
    project: Path, write: Any
) -> None:
    write("small")
    library = find_library(project)
    cohort, _ = load_cohort(library, "group")
    assert cohort is not None
    assert languages_shown(cohort) == (None,)
    path = cohort.source.path
    path.write_text(path.read_text().replace("stages: small", "stages: nowhere"))
    absent, _ = load_cohort(library, "group")
    assert absent is not None
    assert program_stages(library, absent).stages == ()
