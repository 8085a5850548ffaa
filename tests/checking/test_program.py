"""The rules of a program: its days, its stages, its check-points, its mentors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.library import find_library
from kit.pipeline.sessions import cohort_problems

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem

PROGRAM = """\
kit: 1
title: Group
roster: people.csv
terms: {safe_contact: the dean}
program:
  title: A year
  begins: 2027-02-01
  ends: 2027-11-30
  stages:
    - {id: begin, title: Begin, happens: You begin., can: Say why.}
    - {id: write, title: Write, happens: You write., can: Show a draft.}
  mentors:
    senior: {title: Senior mentor, does: [Meets you.], most: 2}
    peer: {title: Peer mentor, does: [Reads drafts.]}
  checkpoints:
    - {session: spring, stage: begin, who: All}
    - {session: fall, stage: write, who: All}
  follow_ups:
    - {date: 2027-06-14, session: spring}
sessions:
  - {id: spring, workshop: small, date: 2027-03-14}
  - {id: fall, workshop: small, date: 2027-09-14}
"""
PEOPLE = """\
name,senior mentor,Peer_mentor
Ada Person,Dr. Gray,Kim
Bo Person,Dr. Gray,Kim
Cy Person,Dr. Brown,Kim
Di Person,Dr. Brown,Kim
"""


@pytest.fixture
def group(project: Path) -> Path:
    folder = project / "workshops" / "cohorts"
    folder.mkdir(exist_ok=True)
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    path = folder / "group.yaml"
    path.write_text(PROGRAM, encoding="utf-8")
    return path


def problems(project: Path) -> list[Problem]:
    found = cohort_problems("group", find_library(project))
    return [each for each in found if each.code not in {"group-size", "not-dealt"}]


def test_a_good_program_has_nothing_to_be_told(group: Path, project: Path) -> None:
    assert group
    assert problems(project) == []


@pytest.mark.parametrize(
    ("was", "becomes", "code", "line"),
    [
        ("ends: 2027-11-30", "ends: 2026-11-30", "program-backwards", "ends: 2026"),
        ("ends: 2027-11-30", "ends: 2027-11-31", "no-such-day", "ends: 2027-11-31"),
        ("ends: 2027-11-30", "ends: 2027-08-30", "outside-program", "id: fall"),
        ("session: fall, stage", "session: autumn, stage", "unknown-session", "autumn"),
        ("session: fall, stage", "session: spring, stage", "duplicate-checkpoint", "stage: write"),
        ("stage: write", "stage: writing", "unknown-stage", "writing"),
        ("id: write, title", "id: begin, title", "duplicate-id", "title: Write"),
        ("date: 2027-06-14", "date: 2027-03-14", "follow-up-early", "2027-03-14, session"),
        ("workshop: small, date: 2027-09-14", "workshop: small", "no-date", "session: fall"),
    ],
)
def test_a_slip_is_told_at_its_line_with_a_way_out(  # noqa: PLR0917 - one slip a row
    group: Path, project: Path, was: str, becomes: str, code: str, line: str
) -> None:
    text = PROGRAM.replace(was, becomes)
    assert text != PROGRAM
    group.write_text(text, encoding="utf-8")

    told = [each for each in problems(project) if each.code == code]

    assert told
    assert all(each.where and each.hint for each in told)
    lines = text.splitlines()
    assert any(line in lines[each.where.line - 1] for each in told if each.where)


def test_check_points_out_of_order_are_told_in_time_and_in_stages(
    group: Path, project: Path
) -> None:
    first, second = "session: spring, stage: begin", "session: fall, stage: write"
    text = PROGRAM.replace(first, "one").replace(second, first).replace("one", second)
    group.write_text(text, encoding="utf-8")
    assert {"checkpoint-order", "stage-order"} <= {each.code for each in problems(project)}


def test_two_meetings_at_once_are_told_wherever_they_are(group: Path, project: Path) -> None:
    text = PROGRAM.replace("date: 2027-09-14", "date: 2027-03-14, place: Elsewhere")
    group.write_text(text, encoding="utf-8")
    (told,) = [each for each in problems(project) if each.code == "sessions-clash"]
    assert "for the same people" in told.message


def test_all_slips_are_told_at_once(group: Path, project: Path) -> None:
    text = PROGRAM.replace("stage: write", "stage: writing").replace("2027-06-14", "2027-01-14")
    group.write_text(text, encoding="utf-8")
    codes = {each.code for each in problems(project)}
    assert {"unknown-stage", "outside-program", "follow-up-early"} <= codes


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("Di Person,Dr. Brown,Kim", "Di Person,Dr. Brown,", "no-peer-mentor"),
        ("Di Person,Dr. Brown,Kim", "Di Person,,Kim", "no-senior-mentor"),
        ("Di Person,Dr. Brown,Kim", "Di Person,Dr. Brown,di person", "own-mentor"),
        ("Di Person,Dr. Brown,Kim", "Di Person,dr. gray,Kim", "many-mentees"),
        ("name,senior mentor,Peer_mentor", "name,colour,shoe", "no-mentors"),
    ],
)
def test_whoever_has_no_mentor_is_told_by_line_and_not_by_name(
    group: Path, project: Path, was: str, becomes: str, code: str
) -> None:
    (group.parent / "people.csv").write_text(PEOPLE.replace(was, becomes), encoding="utf-8")

    (told,) = [each for each in problems(project) if each.code == code]

    assert told.severity == "warning"
    assert "Person" not in told.message
    if code in {"no-peer-mentor", "no-senior-mentor", "own-mentor"}:
        assert "line 5" in told.message
