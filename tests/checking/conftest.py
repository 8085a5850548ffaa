"""The example project, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from kit.checking import check
from kit.errors import Severity
from kit.library import Library
from kit.reading.workshop import load_workshops

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.errors import Problem


class Finds(Protocol):
    """Expects one problem of a code, at the passage that is wrong, and gives it."""

    def __call__(
        self, code: str, at: str, file: str = "workshops/small.yaml", *, warning: bool = False
    ) -> Problem: ...


@pytest.fixture
def checked(project: Path) -> Callable[[], tuple[Problem, ...]]:
    """Read and check the project as it stands now; it must at least be readable."""

    def run() -> tuple[Problem, ...]:
        (loaded,), problems = load_workshops(Library(None, project), ["small"])
        assert not problems
        return check(loaded)

    return run


@pytest.fixture
def finds(checked: Callable[[], tuple[Problem, ...]], project: Path) -> Finds:
    def find(
        code: str, at: str, file: str = "workshops/small.yaml", *, warning: bool = False
    ) -> Problem:
        found = [problem for problem in checked() if problem.code == code]
        assert len(found) == 1, f"{code}: {[str(problem) for problem in found]}"
        (problem,) = found
        assert problem.where
        assert problem.where.file.endswith(file)
        line = (project / file).read_text(encoding="utf-8").splitlines()[problem.where.line - 1]
        assert line[problem.where.column - 1 :].startswith(at), str(problem)
        assert problem.severity is (Severity.WARNING if warning else Severity.ERROR)
        assert problem.hint
        assert problem.message.endswith(".")
        return problem

    return find


@pytest.fixture
def silent(checked: Callable[[], tuple[Problem, ...]]) -> Callable[[], bool]:
    """Say whether nothing at all is wrong."""
    return lambda: not checked()
