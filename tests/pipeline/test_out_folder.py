from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.out_folder import locked, out_folder, refuse_strangers


def code_of(caught: pytest.ExceptionInfo[KitError]) -> str:
    return caught.value.problems[0].code


def test_without_a_wish_it_is_build_in_the_project(project: Path) -> None:
    (project / "workshops" / "shared").mkdir(exist_ok=True)
    assert out_folder(None, find_library(project / "workshops")) == project / "build"


@pytest.mark.parametrize(
    "where",
    [".", "..", "workshops", "workshops/shared", "workshops/packets", "templates", "records/x",
     "kit.yaml", "workshops/small.yaml", "/", ".git/hooks"],
)  # fmt: skip
def test_a_dangerous_folder_is_refused(project: Path, where: str) -> None:
    before = sorted(project.rglob("*"))
    with pytest.raises(KitError) as caught:
        out_folder(project / where, find_library(project))
    assert code_of(caught) == "out-folder"
    assert sorted(project.rglob("*")) == before


def test_home_and_other_projects_and_the_kit_are_refused(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import kit  # noqa: PLC0415

    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "other" / "workshops").mkdir(parents=True)
    (tmp_path / "other" / "workshops" / "x.yaml").touch()
    for out in (tmp_path / "home", tmp_path / "other", Path(kit.__file__).parent / "x"):
        with pytest.raises(KitError) as caught:
            out_folder(out, find_library(project))
        assert code_of(caught) == "out-folder"


def test_a_link_is_seen_through(project: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(project / "workshops")
    with pytest.raises(KitError):
        out_folder(link, find_library(project))


def test_below_a_file_nothing_can_be_made(project: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KitError) as caught:
        out_folder(tmp_path / "file" / "out", find_library(project))
    assert code_of(caught) == "in-the-way"


def test_a_second_build_has_to_wait(tmp_path: Path) -> None:
    with locked(tmp_path):
        with pytest.raises(KitError) as caught, locked(tmp_path):
            pass
        assert code_of(caught) == "out-busy"
    with locked(tmp_path):
        pass


def test_strangers_files_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        refuse_strangers(tmp_path, {"a/b.html"}, made_here=False)
    assert code_of(caught) == "out-folder"
    refuse_strangers(tmp_path, {"a/b.html"}, made_here=True)
