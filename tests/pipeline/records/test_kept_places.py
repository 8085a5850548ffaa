"""Where packets were made besides `build`, from the first packet to the purge."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kit.library import Library, find_library
from kit.pipeline.records.about_people import find_about_people
from kit.pipeline.records.kept_places import keep_place, kept_places, tidy_places
from kit.pipeline.records.purge import purge

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(project: Path) -> Library:
    return find_library(project)


def packets(folder: Path, cohort: str = "interns") -> Path:
    people = folder / cohort / "first" / "people"
    people.mkdir(parents=True)
    (people / "table-1-ana.pdf").touch()
    return people


def test_each_place_is_noted_once_and_build_is_not(library: Library, tmp_path: Path) -> None:
    project = library.project
    assert project
    for folder in (tmp_path / "stick", project / "out", project / "build", tmp_path / "stick"):
        keep_place(library, folder)

    assert kept_places(library) == (tmp_path / "stick", project / "out")
    shutil.move(project, tmp_path / "moved")
    moved = find_library(tmp_path / "moved")
    assert kept_places(moved) == (tmp_path / "stick", tmp_path / "moved" / "out")


def test_without_a_project_nothing_is_noted(tmp_path: Path) -> None:
    library = Library(None, tmp_path)
    keep_place(library, tmp_path / "out")
    assert kept_places(library) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"places": 5}', '{"place": []}'])
def test_a_damaged_note_is_as_none(library: Library, tmp_path: Path, text: str) -> None:
    keep_place(library, tmp_path / "a")
    assert library.project
    (library.project / "records" / "places.json").write_text(text, encoding="utf-8")
    assert kept_places(library) == ()
    keep_place(library, tmp_path / "b")
    assert kept_places(library) == (tmp_path / "b",)


@pytest.mark.usefixtures("interns")
def test_a_purge_finds_them_and_then_forgets_them(library: Library, tmp_path: Path) -> None:
    assert library.project
    there, away = tmp_path / "there", tmp_path / "away"
    people = [packets(library.project / "build"), packets(there)]
    for folder in (there, away):
        keep_place(library, folder)

    found = find_about_people(library, "interns", library.project / "build")

    assert [each.path for each in found.removals] == people
    assert found.builds == (library.project / "build", there)
    assert found.absent == (away,)
    assert not purge(found.removals, library, found.builds).problems
    assert not any(each.exists() for each in people)
    assert kept_places(library) == (away,)


@pytest.mark.usefixtures("interns")
def test_a_place_with_packets_of_others_stays_noted(library: Library, tmp_path: Path) -> None:
    keep_place(library, tmp_path / "there")
    packets(tmp_path / "there", "others")

    tidy_places(library)

    assert kept_places(library) == (tmp_path / "there",)
