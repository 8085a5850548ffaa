from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.schema_files import schema_folder, write_schemas

if TYPE_CHECKING:
    from pathlib import Path


def test_they_lie_where_first_lines_expect_them(project: Path) -> None:
    folder = schema_folder(find_library(project))
    assert folder == project / "workshops" / ".schema"
    names = {path.name for path in write_schemas(folder)}
    assert {"workshop.json", "items.json", "scenarios.json"} <= names
    assert json.loads((folder / "workshop.json").read_text(encoding="utf-8"))["properties"]


def test_written_again_they_are_the_same(project: Path) -> None:
    folder = schema_folder(find_library(project))
    first = {path: path.read_bytes() for path in write_schemas(folder)}
    assert {path: path.read_bytes() for path in write_schemas(folder)} == first


def test_where_they_cannot_lie_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KitError) as caught:
        write_schemas(tmp_path / "file")
    assert caught.value.problems[0].code == "in-the-way"


def test_the_bundled_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    bundled = find_library(tmp_path).bundled / "workshops" / ".schema"
    made = {path.name: path.read_bytes() for path in write_schemas(tmp_path)}
    stale = "run `make reference`"
    assert {path.name: path.read_bytes() for path in bundled.iterdir()} == made, stale
