from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import Library
from kit.reading.shared import SharedFiles

if TYPE_CHECKING:
    from pathlib import Path

SCALE = "  - id: {id}\n    labels: [{low}, high]\n"


@pytest.fixture
def files(project: Path, tmp_path: Path) -> SharedFiles:
    folder = tmp_path / "bundled" / "workshops" / "shared"
    folder.mkdir(parents=True)
    text = "kit: 1\nscales:\n" + SCALE.format(id="bundled", low="low")
    (folder / "scales.yaml").write_text(text + SCALE.format(id="met", low="bundled"))
    return SharedFiles(Library(project, tmp_path / "bundled"))


def test_each_file_is_read_once(files: SharedFiles) -> None:
    assert files.items() is files.items()
    assert files.scenarios("shared/scenarios.yaml") is files.scenarios("shared/scenarios.yaml")


def test_the_bundled_file_is_read_for_what_the_projects_lacks(files: SharedFiles) -> None:
    scales = files.scales()
    assert scales.find("met") is not None
    assert len(scales.sources) == 1
    assert scales.find("bundled") is not None
    assert len(scales.sources) == 2
    assert scales.origins["bundled"].source.path.parts[-4] == "bundled"


def test_the_projects_thing_comes_before_the_bundled_one(files: SharedFiles) -> None:
    scales = files.scales()
    assert scales.find("bundled")
    met = scales.find("met")
    assert met is not None
    assert met.labels[0] == "not met"


def test_what_is_nowhere_is_not_found(files: SharedFiles) -> None:
    assert files.scales().find("nowhere") is None
    assert files.problems == []


def test_an_id_that_stands_twice_is_told(files: SharedFiles, project: Path) -> None:
    path = project / "workshops" / "shared" / "scales.yaml"
    path.write_text(path.read_text() + SCALE.format(id="met", low="low"))
    scales = files.scales()
    (problem,) = files.problems
    assert scales.is_broken
    assert problem.code == "duplicate-id"
    assert "the first is in line" in problem.message
    assert problem.where is not None
    assert problem.where.source == "  - id: met"


def test_a_broken_file_says_nothing_about_what_is_missing(
    files: SharedFiles, project: Path
) -> None:
    (project / "workshops" / "shared" / "items.yaml").write_text("kit: 1\nitems: [\n")
    items = files.items()
    assert items.is_broken
    assert items.find("anything") is None
    assert [problem.code for problem in files.problems] == ["brackets"]


def test_there_may_be_no_such_file(files: SharedFiles) -> None:
    assert not files.scenarios("shared/other.yaml").exists
    assert files.problems == []


def test_a_file_outside_is_refused(files: SharedFiles) -> None:
    with pytest.raises(KitError):
        files.scenarios("../../../etc/passwd")
