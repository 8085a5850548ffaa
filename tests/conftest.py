"""What every test may use: a small complete project of its own, and a pen to change it with."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

EXAMPLES = Path(__file__).parent / "examples"


def _never_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped in continuous integration: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Make a skipped test a failed one in continuous integration: what it needs must be there."""
    report = yield
    _never_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Make a skipped file a failed one in continuous integration."""
    report = yield
    _never_skipped(report)
    return report


class Edit(Protocol):
    """Replaces a passage of a file; the workshop's when no file is named."""

    def __call__(self, old: str, new: str, file: str = "workshops/small.yaml") -> Path: ...


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example project: one workshop, `small`, and its shared files."""
    folder = tmp_path / "project"
    shutil.copytree(EXAMPLES / "project", folder)
    return folder


@pytest.fixture
def edit(project: Path) -> Edit:
    """Change one passage of the project; it must stand there exactly once."""

    def replace(old: str, new: str, file: str = "workshops/small.yaml") -> Path:
        path = project / file
        text = path.read_text(encoding="utf-8")
        count = text.count(old)
        assert count == 1, f"{old!r} stands {count} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return replace


class LineOf(Protocol):
    """Finds the number of the first line of a file that holds a passage."""

    def __call__(self, passage: str, file: str = "workshops/small.yaml") -> int: ...


@pytest.fixture
def line_of(project: Path) -> LineOf:
    """Say where a passage stands, so that a test can expect a place without counting lines."""

    def find(passage: str, file: str = "workshops/small.yaml") -> int:
        lines = (project / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if passage in line)

    return find
