"""Where a program's stages are a workshop's: they are there, and slips are told at their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.library import find_library
from kit.pipeline.sessions import cohort_problems

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem

SENT = "    - {date: 2027-06-01, session: spring}\n"
PROGRAM = f"""\
kit: 1
title: Group
terms: {{safe_contact: the dean}}
program:
  title: A year
  begins: 2027-02-01
  ends: 2027-11-30
  stages: small
  mentors:
    senior: {{title: Senior mentor, does: [Meets you.]}}
  checkpoints:
    - {{session: spring, stage: working, who: All}}
  follow_ups:
{SENT}sessions:
  - {{id: spring, workshop: small, date: 2027-03-14}}
"""


def problems(project: Path, text: str) -> list[Problem]:
    path = project / "workshops" / "cohorts" / "group.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    found = cohort_problems("group", find_library(project))
    return [each for each in found if each.code not in {"group-size", "not-dealt"}]


def test_the_stages_of_a_workshop_do(project: Path) -> None:
    assert problems(project, PROGRAM) == []


@pytest.mark.parametrize(
    ("was", "becomes", "code", "at", "hint"),
    [
        ("stages: small", "stages: smal", "unknown-workshop", (8, 11), "Did you mean `small`?"),
        ("stage: working", "stage: workin", "unknown-stage", (12, 32), "`working`"),
        ("  stages: small\n", "", "unknown-stage", (11, 32), "`stages: stages-and-diaries`"),
        ("stages: small", "stages: {from: small}", "list-needed", (8, 11), ""),
    ],
)
def test_a_slip_is_told_at_its_place_and_once(  # noqa: PLR0917 - one slip a row
    project: Path, was: str, becomes: str, code: str, at: tuple[int, int], hint: str
) -> None:
    (told,) = problems(project, PROGRAM.replace(was, becomes))

    assert told.where is not None
    assert (told.code, told.where.line, told.where.column) == (code, *at)
    assert hint in told.hint


def test_a_workshop_without_stages_is_told(project: Path) -> None:
    small = (project / "workshops" / "small.yaml").read_text(encoding="utf-8")
    (project / "workshops" / "bare.yaml").write_text(
        "\n".join(
            line
            for line in small.splitlines()
            if line != "stages:"
            and "{id: getting-started" not in line
            and "{id: working" not in line
        ),
        encoding="utf-8",
    )
    (told,) = problems(project, PROGRAM.replace("stages: small", "stages: bare"))
    assert (told.code, told.where and told.where.line) == ("no-stages", 8)


def test_a_workshop_that_no_session_is_of_is_told_with_the_program(project: Path) -> None:
    (project / "workshops" / "broken.yaml").write_text("kit: 1\ntitel: X\n", encoding="utf-8")
    found = problems(project, PROGRAM.replace("stages: small", "stages: broken"))
    assert "unknown-key" in {each.code for each in found}
    assert all(each.where and each.where.file.endswith("broken.yaml") for each in found)


def test_what_a_cohort_leaves_out_is_no_stage(project: Path) -> None:
    changes = "workshops:\n  small:\n    leave_out: [working]\n"
    codes = {each.code for each in problems(project, PROGRAM + changes)}
    assert "unknown-stage" in codes


def test_what_cannot_be_read_of_the_stages_is_no_reason_to_doubt_the_check_points(
    project: Path,
) -> None:
    own = """stages:
    - {id: A B, title: Work, happens: You work.}
    - {id: end, title: End, happens: You end.}"""
    (told,) = problems(project, PROGRAM.replace("stages: small", own))
    assert told.code == "id"


def test_terms_are_told_where_they_stand(project: Path) -> None:
    more = """\
      not_ready: |
        Ask what is in the way.
        Then ask the {{ mentor }} as well.
"""
    text = PROGRAM.replace(
        "    - {session: spring, stage: working, who: All}\n",
        "    - session: spring\n      stage: working\n      who: All {{ mentee }}s\n" + more,
    )
    first, second = problems(project, text)
    assert {first.code, second.code} == {"term-here"}
    places = [each.where and (each.where.line, each.where.column) for each in (first, second)]
    assert places == [(14, 16), (17, 22)]


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("ends: 2027-11-30", "ends: 9999-12-31", "long-program"),
        (SENT, 2 * SENT, "follow-up-twice"),
    ],
)
def test_slips_that_would_fill_pages_are_told(
    project: Path, was: str, becomes: str, code: str
) -> None:
    (told,) = problems(project, PROGRAM.replace(was, becomes))
    assert told.code == code
    assert told.hint
