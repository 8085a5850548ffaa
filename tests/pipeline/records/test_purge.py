from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from kit.definitions.session_record import Headcount
from kit.errors import KitError
from kit.library import Library, find_library
from kit.pipeline.out_folder import locked
from kit.pipeline.records.purge import Removal, What, purge
from kit.pipeline.records.record_entry import Entry, with_entry
from kit.pipeline.records.session_records import change_record, load_record, record_file


@pytest.fixture
def library(project: Path) -> Library:
    return find_library(project)


def record(library: Library, *names: str) -> None:
    entry = Entry(names=names, minutes={"welcome": 8})
    change_record(library, "interns", "first", lambda old: with_entry(old, entry, "2027-08-12"))


def everything(library: Library, project: Path) -> list[Removal]:
    record(library, "Ana", "Bo")
    table = project / "records" / "tables" / "interns" / "first.json"
    people = project / "build" / "interns" / "first" / "people"
    table.parent.mkdir(parents=True)
    people.mkdir(parents=True)
    table.touch()
    (people / "ana.pdf").touch()
    return [
        Removal(What.NAMES, record_file(library, "interns", "first"), "names"),
        Removal(What.FILE, table, "table"),
        Removal(What.FOLDER, people, "people"),
    ]


def test_it_is_gone_and_the_numbers_stay(library: Library, project: Path) -> None:
    removals = everything(library, project)
    removed = purge(removals, library, [project / "build"])
    assert removed.done == tuple(removals)
    assert removed.problems == ()
    left = load_record(library, "interns", "first")
    assert left is not None
    assert left.attended == Headcount(count=2)
    assert dict(left.minutes) == {"welcome": 8}
    assert not (project / "records" / "tables").exists()
    assert list((project / "build" / "interns" / "first").iterdir()) == []
    texts = [each.read_text("utf-8") for each in (project / "records").rglob("*.json")]
    assert not any("Ana" in text for text in texts)


def test_what_was_recorded_meanwhile_loses_its_names_and_nothing_else(
    library: Library, project: Path
) -> None:
    removals = everything(library, project)
    record(library, "Ana", "Bo", "Cy")
    purge(removals, library, [project / "build"])
    left = load_record(library, "interns", "first")
    assert left is not None
    assert left.attended == Headcount(count=3)


def test_what_has_gone_already_is_no_failure(library: Library, project: Path) -> None:
    removals = everything(library, project)
    for path in (project / "records" / "sessions", project / "build" / "interns" / "first"):
        shutil.rmtree(path)
    removed = purge(removals, library, [project / "build"])
    assert [each.what for each in removed.done] == [What.FILE]
    assert removed.problems == ()


def test_what_cannot_be_removed_keeps_nothing_else(
    library: Library, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    removals = everything(library, project)
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", refuse)
        removed = purge(removals, library, [project / "build"])
    assert [each.what for each in removed.done] == [What.NAMES, What.FILE]
    assert [each.code for each in removed.problems] == ["not-removed"]
    assert "people" in removed.problems[0].message


def test_a_disk_that_cannot_be_written_to(
    library: Library, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    removals = everything(library, project)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        patched.setattr("kit.pipeline.files.os.fsync", refuse)
        removed = purge(removals, library, [project / "build"])
    assert [each.code for each in removed.problems] == ["read-only", "not-removed"]
    assert load_record(library, "interns", "first") is not None


def test_while_a_build_goes_on_nothing_is_removed(
    library: Library, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("fcntl")
    monkeypatch.setattr("kit.pipeline.records.purge._PATIENCE", 0.1)
    removals = everything(library, project)
    with locked(project / "build"), pytest.raises(KitError):
        purge(removals, library, [project / "build"])
    assert all(each.path.exists() for each in removals)
