"""What was under a cohort's changes when somebody looked: kept, compared, never in the way."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.errors import Severity
from kit.library import find_library
from kit.pipeline.looked import note_looked
from kit.pipeline.records.about_people import find_about_people
from kit.pipeline.records.kept_usual import beneath_problems, keep_usual, usual_file
from kit.pipeline.records.records_folder import held_records
from kit.pipeline.sessions import cohort_problems, sessions_of

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


def test_a_change_beneath_is_told_until_somebody_has_looked(
    file: Path, make: Call, edit: Call, told: Call, project: Path
) -> None:
    def is_told() -> bool:
        problems = cohort_problems("group", find_library(project))
        return "changed-beneath" in {each.code for each in problems}

    edit("Participants find out which", "Participants learn which")
    assert not is_told()
    make(cohorts=("group",))
    assert not is_told()
    edit(OLD, NEW)
    told("changed-beneath", "intern: Your mentors disagree.", warning=True)
    for _ in range(2):
        report = make(cohorts=("group",))
        assert "changed-beneath" in codes(report) or "1 to look at" in report.up_to_date
        assert report.exit_code == 0
    told("changed-beneath", "intern: Your mentors disagree.", warning=True)
    assert note_looked(["group"], find_library(project)) == (1, ())
    assert not is_told()
    assert "changed-beneath" not in codes(make(cohorts=("group",)))
    assert make(cohorts=("group",)).up_to_date
    assert list(json.loads(file.read_text("utf-8"))["workshops"]) == ["small"]


def test_it_lies_beside_the_cohort_and_a_colleague_has_it(
    file: Path, make: Call, project: Path, tmp_path: Path
) -> None:
    make(cohorts=("group",))
    assert file == project / "workshops" / "cohorts" / "group.looked.json"
    assert find_library(project).own_cohort_names() == ("group",)
    clone = tmp_path / "clone"
    ignored = shutil.ignore_patterns("build", "records")
    shutil.copytree(project, clone, ignore=ignored)
    small = clone / "workshops" / "small.yaml"
    small.write_text(small.read_text("utf-8").replace(OLD, NEW), encoding="utf-8")
    told = {each.code for each in cohort_problems("group", find_library(clone))}
    assert "changed-beneath" in told


@pytest.mark.slow
def test_what_was_kept_in_the_records_moves(
    file: Path, make: Call, edit: Call, project: Path, cohort_problems: Call
) -> None:
    make(cohorts=("group",))
    former = project / "records" / "cohorts" / "group.json"
    former.parent.mkdir(parents=True)
    file.rename(former)
    edit(OLD, NEW)
    assert "changed-beneath" in {each.code for each in cohort_problems()}
    assert "changed-beneath" in codes(make(cohorts=("group",)))
    assert file.exists()
    assert not former.exists()
    assert "changed-beneath" in {each.code for each in cohort_problems()}


def test_a_bundled_cohort_is_noted_in_the_records(project: Path) -> None:
    library = find_library(project)
    assert usual_file(library, "interns-2027") == (
        project / "records" / "cohorts" / "interns-2027.json"
    )


@pytest.mark.slow
def test_other_texts_may_change(file: Path, make: Call, edit: Call, cohort_problems: Call) -> None:
    make(cohorts=("group",))
    kept = file.read_bytes()
    edit("write a second grant", "write a third grant")
    assert "changed-beneath" not in {each.code for each in cohort_problems()}
    make(cohorts=("group",))
    assert file.read_bytes() == kept


@pytest.mark.slow
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


@pytest.mark.slow
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
    file.write_bytes(content)
    (problem,) = {each for each in cohort_problems() if each.code == "damaged-record"}
    assert problem.severity is Severity.WARNING
    assert problem.where
    assert problem.where.file.endswith("group.looked.json")
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


@pytest.mark.slow
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
