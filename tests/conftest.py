"""What every test may use: a small complete project of its own, and a pen to change it with."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from textwrap import dedent, indent
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from selenium.webdriver.remote.webdriver import WebDriver

    from kit.errors import Problem

EXAMPLES = Path(__file__).parent / "examples"
LONG = 30
"""Bytes that are written out in the name of a test at the most."""

IN_TEST_ALL = (
    "building-trust",
    "challenging-scenarios",
    "check-point",
    "mentoring-mosaic",
    "roles-and-formats",
    "stages-and-diaries",
)
"""Bundled workshops whose documents `make test` does not make, so that it stays short."""


def _never_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped in continuous integration: {report.longrepr}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the tests of some bundled workshops, each a case of a test of all, to `test-all`."""
    for item in items:
        _, _, case = item.name.partition("[")
        if any(name in case for name in IN_TEST_ALL):
            item.add_marker(pytest.mark.slow)


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


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Call a test of long bytes by its argument: some hold the second in which they were made.

    Two workers that call one test differently run none.
    """
    return argname if isinstance(val, bytes) and len(val) > LONG else None


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


INTERNS = """\
kit: 1
title: Interns, 2027
audience: intern
terms:
  safe_contact: A. Person, extension 0000
sessions:
  - id: first
    workshop: small
    date: 2027-08-12
  - id: second
    workshop: small
    length: short
"""


@pytest.fixture
def interns(project: Path) -> str:
    """A cohort in the project, `interns`, with the sessions `first` and `second`."""
    file = project / "workshops" / "cohorts" / "interns.yaml"
    file.parent.mkdir()
    file.write_text(INTERNS, encoding="utf-8")
    return file.stem


class WriteCohort(Protocol):
    """Writes `workshops/cohorts/group.yaml`: its head, its sessions, and its changes to `small`."""

    def __call__(
        self, changes: str = "", *, head: str = "", sessions: str = "", name: str = "group"
    ) -> Path: ...


@pytest.fixture
def cohort(project: Path) -> WriteCohort:
    """Write a cohort beside the example project; its changes stand under the workshop `small`."""

    def write(
        changes: str = "", *, head: str = "", sessions: str = "", name: str = "group"
    ) -> Path:
        text = f"kit: 1\ntitle: Residents, spring\n{dedent(head).strip()}\nsessions:\n"
        text += indent(dedent(sessions).strip() or "- {id: first, workshop: small}", "  ") + "\n"
        if changes:
            text += "workshops:\n  small:\n" + indent(dedent(changes).strip(), "    ") + "\n"
        path = project / "workshops" / "cohorts" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


class Told(Protocol):
    """Expects one problem of a code in the cohort's file, at a passage, and gives it."""

    def __call__(self, code: str, at: str, *, warning: bool = False) -> Problem: ...


@pytest.fixture
def cohort_problems(project: Path) -> Callable[[], tuple[Problem, ...]]:
    """Hold the cohort `group` and its sessions against the rules."""
    from kit.library import find_library  # noqa: PLC0415 - most tests need no cohort
    from kit.pipeline import sessions  # noqa: PLC0415

    return lambda: sessions.cohort_problems("group", find_library(project))


@pytest.fixture
def told(cohort_problems: Callable[[], tuple[Problem, ...]], project: Path) -> Told:
    """Find the one problem of a code, and see that it stands where it comes from."""

    def find(code: str, at: str, *, warning: bool = False) -> Problem:
        every = cohort_problems()
        found = list(dict.fromkeys(problem for problem in every if problem.code == code))
        assert len(found) == 1, f"{code}: {[str(problem) for problem in every]}"
        (problem,) = found
        assert problem.where, str(problem)
        assert problem.where.file.endswith("cohorts/group.yaml"), str(problem)
        text = (project / "workshops/cohorts/group.yaml").read_text(encoding="utf-8")
        line = text.splitlines()[problem.where.line - 1]
        assert line[problem.where.column - 1 :].startswith(at), str(problem)
        assert str(problem.severity) == ("warning" if warning else "error")
        assert problem.message.endswith(".")
        assert problem.hint
        return problem

    return find


@pytest.fixture(scope="session")
def browser() -> Generator[WebDriver]:
    """A real browser without a window, at the width of a laptop."""
    from selenium import webdriver  # noqa: PLC0415 - slow to load; few tests need it

    options = webdriver.ChromeOptions()
    for flag in (
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        *("--force-prefers-reduced-motion", "--window-size=1280,800"),
        # A plain address that is not this machine's own name: what a phone in the room sees.
        "--host-resolver-rules=MAP room.test 127.0.0.1",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    options.binary_location = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()
