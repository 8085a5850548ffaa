from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import TemplateNotFound

from kit.errors import KitError
from kit.rendering.environment import FolderLoader

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    own, bundled = tmp_path / "own", tmp_path / "bundled"
    own.mkdir()
    bundled.mkdir()
    (own / "a.html").write_text("own", encoding="utf-8")
    (bundled / "a.html").write_text("bundled", encoding="utf-8")
    (bundled / "b.html").write_text("b", encoding="utf-8")
    return own, bundled


def test_the_users_template_comes_first_and_can_reach_the_bundled_one(
    folders: tuple[Path, Path],
) -> None:
    loader = FolderLoader(folders)
    assert loader.get_source(None, "a.html")[0] == "own"
    assert loader.get_source(None, "bundled/a.html")[0] == "bundled"
    assert loader.get_source(None, "b.html")[0] == "b"


@pytest.mark.parametrize("name", ["../secret.html", "x/../../secret.html", "/secret.html", ""])
def test_nothing_outside_of_the_folders_is_read(folders: tuple[Path, Path], name: str) -> None:
    secret = folders[0].parent / "secret.html"
    secret.write_text("secret", encoding="utf-8")
    with pytest.raises(TemplateNotFound):
        FolderLoader(folders).get_source(None, name)


def test_a_link_out_of_the_folder_is_refused_and_told(folders: tuple[Path, Path]) -> None:
    secret = folders[0].parent / "secret.html"
    secret.write_text("secret", encoding="utf-8")
    (folders[0] / "link.html").symlink_to(secret)
    with pytest.raises(KitError) as refused:
        FolderLoader(folders).get_source(None, "link.html")
    (problem,) = refused.value.problems
    assert problem.code == "outside-project"
    assert problem.where
    assert problem.where.file == "own/link.html"
