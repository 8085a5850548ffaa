from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.library import Library, find_library
from kit.pipeline.health import examine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_machine_that_has_everything(project: Path) -> None:
    findings = {finding.what: finding for finding in examine(find_library(project))}
    assert {"Python", "Workshop Kit", "PDF", "Fonts", "Project", "Disk"} <= set(findings)
    assert all(finding.well for finding in findings.values())
    assert "WeasyPrint" in findings["PDF"].found
    assert "1 workshop)" in findings["Project"].found
    assert sorted(path.name for path in project.iterdir()) == ["kit.yaml", "workshops"]


def test_a_project_with_a_mistake(project: Path, edit: Call) -> None:
    edit("title: Asking a mentor", "titel: Asking a mentor")
    findings = {finding.what: finding for finding in examine(find_library(project))}
    assert not findings["Workshops"].well
    assert findings["Workshops"].advice == "kit check small"


def test_no_project_is_no_fault(project: Path) -> None:
    findings = {finding.what: finding for finding in examine(Library(None, project))}
    assert findings["Project"].well
    assert "kit init" in findings["Project"].advice


def test_a_project_without_workshops(tmp_path: Path) -> None:
    findings = {finding.what: finding for finding in examine(Library(tmp_path, tmp_path))}
    assert not findings["Project"].well
