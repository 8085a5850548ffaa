"""What git leaves out in a folder made by the kit, asked of git itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kit.pipeline.ignored import COHORTS_IGNORED, GITIGNORE
from kit.pipeline.scaffold import scaffold

ROOT = Path(__file__).parents[2]
LISTS = ["interns.csv", "Interns.CSV", "rosters/a.tsv", "b.xlsx", "deep/er/c.numbers", "d.ods"]


def ignored(folder: Path, name: str) -> bool:
    said = subprocess.run(
        ["git", "check-ignore", "-q", "--no-index", f"workshops/cohorts/{name}"],
        cwd=folder,
        check=False,
    )
    assert said.returncode in {0, 1}
    return said.returncode == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made") / "mine"
    scaffold(made, "managing-up")
    subprocess.run(["git", "init", "-q"], cwd=made, check=True)
    return made


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_left_out_whatever_they_are_called(folder: Path, name: str) -> None:
    assert ignored(folder, name)


@pytest.mark.parametrize("name", ["interns.yaml", "logos/hospital.svg", "notes.md"])
def test_what_is_not_about_people_is_kept(folder: Path, name: str) -> None:
    assert not ignored(folder, name)


def test_the_examples_of_this_repository_are_kept_and_others_are_not() -> None:
    own = (ROOT / "workshops" / "cohorts" / GITIGNORE).read_bytes()
    assert own.startswith(COHORTS_IGNORED)
    for path in (ROOT / "workshops" / "cohorts" / "rosters").glob("*.csv"):
        assert f"!rosters/{path.name}" in own.decode().splitlines()
