from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.build import build
from kit.pipeline.request import Request
from kit.pipeline.scaffold import scaffold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.mark.parametrize("workshop", ["mentee-driven-relationship", "challenging-scenarios"])
def test_the_new_folder_is_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, followed: Call, workshop: str
) -> None:
    folder = tmp_path / "mine"
    written = scaffold(folder, workshop)
    assert {f"workshops/{workshop}.yaml", "kit.yaml", ".gitignore"} <= set(written)
    assert all((folder / name).is_file() for name in written)
    ignored = (folder / ".gitignore").read_text(encoding="utf-8")
    assert {"/build/", "/records/", "rosters/"} <= set(ignored.splitlines())
    assert {"workshops/cohorts/.gitignore", "workshops/shared/codes.yaml"} <= set(written)
    assert "workshops/shared/roles.yaml" in written
    monkeypatch.chdir(folder)
    library = find_library(folder)
    assert library.project == folder
    assert library.own_workshop_names() == (workshop,)
    report = build(Request(formats=("html",)), library, followed())
    assert report.exit_code == 0
    page = folder / "build" / workshop / "participants" / "worksheets.html"
    assert "This packet is yours to keep." in page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_example_needs_no_page_to_itself_in_large_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, followed: Call
) -> None:
    folder = tmp_path / "mine"
    scaffold(folder, "mentee-driven-relationship")
    monkeypatch.chdir(folder)
    request = Request(formats=("pdf",), editions=("worksheets",), large=True)
    report = build(request, find_library(folder), followed())
    assert report.made
    assert [str(each) for each in report.problems if each.code == "thin-page"] == []


def test_first_lines_lead_to_the_schemas(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    written = scaffold(folder, "challenging-scenarios")
    definitions = [folder / name for name in written if name.startswith("workshops/")
                   and name.endswith(".yaml")]  # fmt: skip
    assert len(definitions) >= 5
    for path in definitions:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        schema = path.parent / first.partition("$schema=")[2]
        assert json.loads(schema.read_text(encoding="utf-8"))["$schema"].startswith("http")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(KitError) as caught:
        scaffold(tmp_path, "mentee-driven-relationship")
    assert caught.value.problems[0].code == "folder-used"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    with pytest.raises(KitError):
        scaffold(tmp_path / "notes.txt", "mentee-driven-relationship")
    (tmp_path / "empty").mkdir()
    assert scaffold(tmp_path / "empty", "mentee-driven-relationship")


def test_an_unknown_workshop_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        scaffold(tmp_path / "mine", "mentee-driven")
    assert caught.value.problems[0].code == "unknown-workshop"
    assert not (tmp_path / "mine").exists()
