"""What was under a cohort's changes when it was built: kept, compared, and never in the way."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.errors import Severity
from kit.library import find_library
from kit.pipeline.records.about_people import find_about_people
from kit.pipeline.records.kept_usual import beneath_problems, keep_usual, usual_file
from kit.pipeline.records.records_folder import held_records
from kit.pipeline.sessions import sessions_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.tailoring.session import LoadedSession

    Call = Callable[..., Any]

CASE = "change: {two-advisors: {versions: {intern: Your mentors disagree.}}}"
OLD, NEW = "finish the chart review", "begin the chart review"


@pytest.fixture
def file(project: Path, cohort: Call) -> Path:
    """The file of a cohort that changes a case."""
    cohort(CASE)
    path = usual_file(find_library(project), "group")
    assert path
    return path


def codes(report: Any) -> list[str]:
    return [each.code for each in report.problems]


def loaded_in(project: Path) -> LoadedSession:
    (ready, *_) = sessions_of("group", (), find_library(project))
    assert ready.session
    return ready.session


def test_a_change_beneath_is_told_until_the_next_build(
    file: Path, make: Call, edit: Call, told: Call, cohort_problems: Call
) -> None:
    edit("Participants find out which", "Participants learn which")
    assert "changed-beneath" not in {each.code for each in cohort_problems()}
    make(cohorts=("group",))
    assert "changed-beneath" not in {each.code for each in cohort_problems()}
    edit(OLD, NEW)
    told("changed-beneath", "intern: Your mentors disagree.", warning=True)
    report = make(cohorts=("group",))
    assert "changed-beneath" in codes(report)
    assert report.exit_code == 0
    assert "changed-beneath" not in {each.code for each in cohort_problems()}
    assert list(json.loads(file.read_text("utf-8"))["workshops"]) == ["small"]


def test_other_texts_may_change(file: Path, make: Call, edit: Call, cohort_problems: Call) -> None:
    make(cohorts=("group",))
    kept = file.read_bytes()
    edit("write a second grant", "write a third grant")
    assert "changed-beneath" not in {each.code for each in cohort_problems()}
    make(cohorts=("group",))
    assert file.read_bytes() == kept


def test_what_is_the_same_is_not_written_again(
    file: Path, make: Call, edit: Call, project: Path
) -> None:
    make(cohorts=("group",))
    os.utime(file, ns=(1, 1))
    assert make(cohorts=("group",)).up_to_date
    edit("write a second grant", "write a third grant")
    make(cohorts=("group",))
    assert keep_usual(find_library(project), [loaded_in(project)]) == ()
    assert file.stat().st_mtime_ns == 1


def test_a_build_that_refuses_keeps_nothing(file: Path, make: Call, edit: Call) -> None:
    make(cohorts=("group",))
    kept = file.read_bytes()
    edit(OLD, NEW)
    assert make(cohorts=("group",), strict=True).exit_code
    assert file.read_bytes() == kept


def test_without_changes_no_file_is_made(cohort: Call, make: Call, project: Path) -> None:
    cohort()
    make(cohorts=("group",))
    assert not (project / "records").exists()


def test_changes_that_are_gone_are_forgotten(file: Path, make: Call, cohort: Call) -> None:
    make(cohorts=("group",))
    cohort()
    make(cohorts=("group",))
    assert json.loads(file.read_text("utf-8"))["workshops"] == {}


def test_without_a_project_nothing_is_kept(file: Path, project: Path) -> None:
    loaded = loaded_in(project)
    library = replace(find_library(project), project=None)
    assert usual_file(library, "group") is None
    assert keep_usual(library, [loaded]) == ()
    assert beneath_problems(library, loaded) == ()
    assert not file.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b'{"format": 2, "workshops": {}}',
        b'{"format": 1}',
        b'{"format": 1, "workshops": []}',
        b'{"format": 1, "workshops": {"small": "text"}}',
        b"[" * 200_000,
    ],
)
def test_a_damaged_file_is_told_and_left(
    file: Path, make: Call, cohort_problems: Call, content: bytes
) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    (problem,) = {each for each in cohort_problems() if each.code == "damaged-record"}
    assert problem.severity is Severity.WARNING
    assert problem.where
    assert problem.where.file.endswith("group.json")
    report = make(cohorts=("group",))
    assert report.exit_code == 0
    assert codes(report).count("damaged-record") == 1
    assert file.read_bytes() == content


def test_a_folder_in_its_place_is_told(file: Path, make: Call) -> None:
    file.mkdir(parents=True)
    report = make(cohorts=("group",))
    assert report.exit_code == 0
    assert codes(report).count("damaged-record") == 1


def test_what_cannot_be_written_stops_no_build(file: Path, make: Call, project: Path) -> None:
    (project / "records").write_text("in the way", encoding="utf-8")
    report = make(cohorts=("group",))
    (problem,) = [each for each in report.problems if each.code == "in-the-way"]
    assert problem.severity is Severity.WARNING
    assert report.exit_code == 0
    assert report.made
    assert not file.exists()


def test_a_full_disk_stops_no_build(
    file: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kit.pipeline.records.kept_usual.write_whole", full)
    (problem,) = keep_usual(find_library(project), [loaded_in(project)])
    assert (problem.code, problem.severity) == ("disk-full", Severity.WARNING)
    assert not file.exists()


def test_purge_leaves_it(file: Path, make: Call, project: Path) -> None:
    make(cohorts=("group",))
    found = find_about_people(find_library(project), None, project / "build")
    assert file.exists()
    assert (found.removals, found.left, found.problems) == ([], [], [])


def test_sessions_of_one_cohort_share_a_file(file: Path, make: Call, cohort: Call) -> None:
    cohort(CASE, sessions="- {id: a, workshop: small}\n- {id: b, workshop: small, length: short}")
    make(cohorts=("group/a",))
    kept = file.read_bytes()
    make(cohorts=("group",))
    assert file.read_bytes() == kept


def test_it_is_written_under_the_lock(
    file: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.pipeline.records.records_folder._PATIENCE", 0.0)
    library, loaded = find_library(project), loaded_in(project)
    with held_records(library):
        (problem,) = keep_usual(library, [loaded])
    assert (problem.code, problem.severity) == ("records-busy", Severity.WARNING)
    assert not file.exists()
