from __future__ import annotations

import os
from pathlib import Path

import pytest

from kit.collecting.given_files import given_files
from kit.errors import KitError

ENDINGS = (".pdf", ".jpg")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        *("page-10.jpg", "page-2.JPG", "a/front.pdf", "b.pdf", "notes.txt", "a/old.docx"),
        *(".hidden.pdf", ".trash/gone.pdf", ".DS_Store"),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def test_a_folder_is_read_in_the_order_of_its_names_without_what_is_hidden(folder: Path) -> None:
    found = given_files([folder], ENDINGS)
    names = [each.relative_to(folder).as_posix() for each in found.files]
    assert names == ["a/front.pdf", "b.pdf", "page-2.JPG", "page-10.jpg"]


def test_what_a_shell_named_is_read_as_people_count(tmp_path: Path) -> None:
    names = ["Scan 10.jpg", "Scan 2.jpg", "Scan 9.jpg", "Scan.jpg"]
    for name in names:
        (tmp_path / name).touch()
    counted = ["Scan.jpg", "Scan 2.jpg", "Scan 9.jpg", "Scan 10.jpg"]
    for given in ([tmp_path / name for name in names], [tmp_path]):
        assert [each.name for each in given_files(given, ENDINGS).files] == counted


def test_the_folder_that_one_is_in_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "a")
    assert len(given_files([Path(), Path("..")], ENDINGS).files) == 5


def test_what_was_named_in_another_order_is_read_in_that_order(folder: Path) -> None:
    names = ["page-2.JPG", "b.pdf", "page-10.jpg"]
    given = given_files([folder / name for name in names], ENDINGS)
    assert [each.name for each in given.files] == names


def test_what_has_another_ending_is_named_and_stops_nothing(folder: Path) -> None:
    (problem,) = given_files([folder], ENDINGS).problems
    assert problem.code == "passed-over"
    assert "a/old.docx, notes.txt" in problem.message
    assert ".DS_Store" not in problem.message


def test_a_file_that_is_named_is_read_whatever_its_ending_and_once(folder: Path) -> None:
    named = folder / "notes.txt"
    found = given_files([named, folder / "b.pdf", folder, named], ENDINGS)
    assert found.files[:2] == (named, folder / "b.pdf")
    assert len(found.files) == len(set(found.files)) == 5


def test_what_is_not_there_is_told_all_at_once(folder: Path) -> None:
    with pytest.raises(KitError) as caught:
        given_files([folder / "x.pdf", folder, folder / "y.pdf"], ENDINGS)
    assert [each.code for each in caught.value.problems] == ["no-such-file"] * 2


@pytest.mark.xfail(
    getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything", run=False
)
def test_a_folder_that_may_not_be_looked_into_is_told(folder: Path) -> None:
    (folder / "notes.txt").unlink()
    closed = folder / "a"
    closed.chmod(0)
    try:
        found = given_files([folder], ENDINGS)
        (only,) = given_files([closed], ENDINGS).problems
    finally:
        closed.chmod(0o755)
    assert [each.name for each in found.files] == ["b.pdf", "page-2.JPG", "page-10.jpg"]
    assert [(each.code, str(each.where)) for each in found.problems] == [
        ("closed-folder", str(closed))
    ]
    assert only.code == "closed-folder"
