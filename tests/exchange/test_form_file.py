from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING

import pytest

from kit.collecting.current_form import current_questionnaire
from kit.errors import KitError
from kit.exchange.form_file import write_form
from kit.exchange.systems.formats import FORMATS
from kit.library import find_library

if TYPE_CHECKING:
    from pathlib import Path

    from kit.exchange.questionnaire import Questionnaire


@pytest.fixture
def asked(project: Path) -> Questionnaire:
    return current_questionnaire(find_library(project), "small", "end")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder: `tmp_path` has the project in it."""
    path = tmp_path / "forms"
    path.mkdir()
    return path


def refused(asked: Questionnaire, name: str, path: Path, *, over: bool = False) -> str:
    with pytest.raises(KitError) as caught:
        write_form(asked, FORMATS[name], path, path.name, replace=over)
    (problem,) = caught.value.problems
    assert problem.hint or problem.code == "no-extra"
    return problem.code


def test_the_same_form_gives_the_same_file(asked: Questionnaire, folder: Path) -> None:
    for name, kind in FORMATS.items():
        first, second = (folder / f"{at}{kind.ending}" for at in (1, 2))
        write_form(asked, kind, first, first.name)
        write_form(asked, kind, second, second.name)
        assert first.read_bytes() == second.read_bytes() != b"", name


def test_nothing_that_is_there_is_touched(asked: Questionnaire, folder: Path) -> None:
    there, link = folder / "there.zip", folder / "link.zip"
    there.write_bytes(b"mine")
    link.symlink_to(folder / "nowhere")
    assert refused(asked, "redcap", there) == "file-used"
    assert refused(asked, "redcap", link) == "file-used"
    assert there.read_bytes() == b"mine"


def test_a_folder_is_not_written_over(asked: Questionnaire, folder: Path) -> None:
    inner = folder / "folder.zip"
    (inner / "in").mkdir(parents=True)
    assert refused(asked, "redcap", inner, over=True) == "in-the-way"
    assert (inner / "in").is_dir()
    assert [*folder.iterdir()] == [inner]


def test_another_formats_ending_is_refused(asked: Questionnaire, folder: Path) -> None:
    assert refused(asked, "limesurvey", folder / "form.csv") == "export-kind"
    assert [*folder.iterdir()] == []


def test_word_files_need_their_extra(
    asked: Questionnaire, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    assert refused(asked, "microsoft-forms", folder / "form.docx") == "no-extra"
    assert [*folder.iterdir()] == []
    write_form(asked, FORMATS["redcap"], folder / "form.zip", "form.zip")


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk-full"), (errno.EROFS, "read-only"), (errno.EACCES, "not-writable")],
)
def test_a_disk_that_refuses_leaves_what_was_there(
    asked: Questionnaire, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "some words")

    monkeypatch.setattr("kit.pipeline.files.os.fsync", refuse)
    path = folder / "form.zip"
    path.write_bytes(b"mine")
    assert refused(asked, "redcap", path, over=True) == code
    assert path.read_bytes() == b"mine"
    assert [*folder.iterdir()] == [path]
