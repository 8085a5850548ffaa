from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.library import Library, find_library
from kit.pipeline.build import build
from kit.pipeline.records.kept_forms import forms_folder, kept_form, kept_forms
from kit.pipeline.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Edit
    from tests.pipeline.conftest import Followed


def test_every_printed_form_is_kept_with_its_map(project: Path, followed: type[Followed]) -> None:
    library = find_library(project)
    request = Request(workshops=("small",), editions=("evaluation-form",), formats=("pdf",))
    report = build(request, library, followed())
    (kept,) = kept_forms(library)
    assert kept.blank.read_bytes() == (report.folder / report.made[0].path).read_bytes()
    assert kept.form_map.description.session == "small"
    assert kept.form_map.boxes
    assert kept_form(library, kept.form_map.form_hash) == kept
    assert kept_form(library, "00000000") is None
    assert "*" in (project / "records" / ".gitignore").read_text(encoding="utf-8").split()


@pytest.mark.slow
def test_another_paper_is_another_form(project: Path, followed: type[Followed]) -> None:
    library = find_library(project)
    for paper in ("letter", "a4", "letter"):
        request = Request(workshops=("small",), editions=("evaluation-form",), paper=paper)
        build(request, library, followed())
    assert sorted(each.form_map.paper for each in kept_forms(library)) == ["a4", "letter"]


@pytest.mark.slow
def test_forms_of_a_changed_workshop_stay(
    project: Path, followed: type[Followed], edit: Edit
) -> None:
    library = find_library(project)
    request = Request(workshops=("small",), editions=("evaluation-form",), formats=("pdf",))
    build(request, library, followed())
    edit("What should we change before the next session?", "What should we do better next time?")
    build(request, library, followed())
    assert len(list(kept_forms(library))) == 2


def test_outside_of_a_project_nothing_is_kept(project: Path) -> None:
    library = Library(None, project)
    assert forms_folder(library) is None
    assert list(kept_forms(library)) == []


def test_a_map_that_cannot_be_read_is_passed_over(project: Path) -> None:
    library = find_library(project)
    folder = forms_folder(library)
    assert folder
    folder.mkdir(parents=True)
    (folder / "7K2MQ4ZC.json").write_text("{", encoding="utf-8")
    assert list(kept_forms(library)) == []


def test_records_that_cannot_be_written_are_told_and_the_form_is_made(
    project: Path, followed: type[Followed]
) -> None:
    (project / "records").write_text("in the way", encoding="utf-8")
    library = find_library(project)
    request = Request(workshops=("small",), editions=("evaluation-form",), formats=("pdf",))
    report = build(request, library, followed())
    assert [each.code for each in report.problems if each.code == "form-not-kept"]
    assert report.made
