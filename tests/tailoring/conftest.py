"""Sessions of a cohort beside the example project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.checking import check
from kit.library import find_library
from kit.reading.cohort import load_cohort
from kit.tailoring.session import load_session
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.tailoring.session import LoadedSession
    from kit.tailoring.tailor import TailoredWorkshop


@pytest.fixture
def session(project: Path) -> Callable[..., LoadedSession]:
    """Load a session of the cohort `group`, which must have no mistakes."""

    def load(number: int = 0) -> LoadedSession:
        library = find_library(project)
        cohort, problems = load_cohort(library, "group")
        assert cohort, [str(problem) for problem in problems]
        loaded, problems = load_session(library, cohort, cohort.cohort.sessions[number])
        assert loaded, [str(problem) for problem in problems]
        noted = loaded.blame.new(check(loaded.loaded), check(loaded.plain))
        assert not [str(problem) for problem in noted if problem.severity == "error"]
        return loaded

    return load


@pytest.fixture
def tailored(session: Callable[..., LoadedSession]) -> Callable[..., TailoredWorkshop]:
    """Tailor a session of the cohort `group`."""

    def run(number: int = 0) -> TailoredWorkshop:
        loaded = session(number)
        return tailor(loaded.loaded, loaded.choice)

    return run
