"""One act settles what changed beneath a cohort, with a build or without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.library import find_library
from kit.pipeline.looked import note_looked
from kit.pipeline.records.records_folder import held_records

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    Call = Callable[..., Any]

CASE = "change: {two-advisors: {versions: {intern: Your mentors disagree.}}}"
OLD, NEW = "finish the chart review", "begin the chart review"
TWICE = "- {id: a, workshop: small}\n- {id: b, workshop: small, length: short}"


def test_a_strict_build_waits_until_somebody_has_looked(
    cohort: Call, make: Call, edit: Call, project: Path
) -> None:
    cohort(CASE, head="terms: {safe_contact: A. Person}")
    assert make(cohorts=("group",), strict=True).exit_code == 0
    edit(OLD, NEW)
    report = make(cohorts=("group",), strict=True)
    assert [each.code for each in report.problems] == ["changed-beneath"]
    assert report.exit_code == 2
    assert note_looked(["group"], find_library(project)) == (1, ())
    report = make(cohorts=("group",), strict=True)
    assert (report.problems, report.exit_code) == ((), 0)


def test_looking_needs_no_build(
    cohort: Call, edit: Call, project: Path, cohort_problems: Call
) -> None:
    cohort(CASE, sessions=TWICE)
    library = find_library(project)
    assert note_looked(["group"], library) == (0, ())
    edit(OLD, NEW)
    assert "changed-beneath" in {each.code for each in cohort_problems()}
    # Two sessions tell of one place.
    assert note_looked(["group"], library) == (1, ())
    assert "changed-beneath" not in {each.code for each in cohort_problems()}
    edit(NEW, OLD)
    assert "changed-beneath" in {each.code for each in cohort_problems()}


def test_a_cohort_that_cannot_be_read_is_left(cohort: Call, project: Path) -> None:
    cohort("change: {nothing-here: {title: Other}}")
    assert note_looked(["group"], find_library(project)) == (0, ())
    cohort(head="titel: Other")
    assert note_looked(["group"], find_library(project)) == (0, ())
    assert not (project / "records").exists()


def test_a_note_that_cannot_be_taken_is_told(
    cohort: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.pipeline.records.records_folder._PATIENCE", 0.0)
    cohort(CASE)
    library = find_library(project)
    with held_records(library):
        noted, (problem,) = note_looked(["group"], library)
    assert (noted, problem.code) == (0, "records-busy")
