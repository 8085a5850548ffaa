from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.library import Library, find_library
from kit.pipeline.records.records_folder import held_records, records_folder, records_problem


def test_without_a_project_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        records_folder(Library(None, tmp_path))
    assert caught.value.problems[0].code == "no-project"
    assert "kit init" in caught.value.problems[0].hint


def test_it_keeps_itself_out_of_version_histories(project: Path) -> None:
    with held_records(find_library(project)) as folder:
        assert folder == project / "records"
    lines = (folder / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "*"
    (folder / ".gitignore").write_text("mine\n", encoding="utf-8")
    with held_records(find_library(project)):
        pass
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.skipif(os.name != "posix", reason="rights of other accounts are POSIX's")
def test_a_new_one_is_for_its_own_account_and_one_that_is_there_keeps_its_rights(
    project: Path,
) -> None:
    library = find_library(project)
    with held_records(library) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o750)
    with held_records(library):
        assert folder.stat().st_mode & 0o777 == 0o750


def test_a_second_run_waits_and_then_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("fcntl")
    monkeypatch.setattr("kit.pipeline.records.records_folder._PATIENCE", 0.1)
    library = find_library(project)
    with held_records(library), pytest.raises(KitError) as caught, held_records(library):
        pass
    assert caught.value.problems[0].code == "records-busy"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EEXIST])
def test_what_a_disk_refuses_is_said_without_options_that_are_not_there(number: int) -> None:
    problem = records_problem(OSError(number, "some words"), "records/x")
    assert "`records/x`" in problem.message
    assert problem.hint
    assert "--out" not in problem.hint


def test_a_folder_that_may_not_be_written_to(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(KitError) as caught, held_records(find_library(project)):
        pass
    assert caught.value.problems[0].code == "read-only"
