"""A roster that git would take up is told; one that is kept out is not."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from kit.library import Library, bundled_folder
from kit.pipeline.roster_in_git import roster_in_git
from kit.reading.cohort import load_cohort

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

CODE = "roster-in-git"


@pytest.fixture
def found(cohort: Call, project: Path) -> Callable[[], list[str]]:
    path = cohort(head="roster: people.csv")
    (path.parent / "people.csv").write_text("Name\nAna Diaz\nBo Li\n", encoding="utf-8")
    library = Library(project, bundled_folder())

    def look() -> list[str]:
        loaded, _ = load_cohort(library, "group")
        assert loaded
        return [each.hint for each in roster_in_git(loaded, library)]

    return look


def test_without_a_history_nothing_is_told(found: Call) -> None:
    assert found() == []


def test_a_roster_that_git_would_take_is_told(found: Call, project: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    (hint,) = found()
    assert "Write the line `/workshops/cohorts/people.csv` into `.gitignore`" in hint
    (project / ".gitignore").write_text("/workshops/cohorts/people.csv\n", encoding="utf-8")
    assert found() == []
    # What was taken up before stays in it, whatever is ignored.
    subprocess.run(["git", "add", "-f", "workshops"], cwd=project, check=True)
    assert found()


def test_without_the_program_its_rules_are_looked_at(
    found: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".git").mkdir()
    monkeypatch.setenv("PATH", "")
    assert found()
    for rule in ("*.csv", "people.csv", "/workshops/cohorts/people.csv", "cohorts/"):
        (project / ".gitignore").write_text(f"# people\n{rule}\n", encoding="utf-8")
        assert found() == [], rule
    (project / ".gitignore").write_text("!*.csv\n", encoding="utf-8")
    assert found()
