from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.library import Library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.tailoring.tailor import TailoredWorkshop


@pytest.fixture
def tailored(project: Path) -> Callable[..., TailoredWorkshop]:
    """The example workshop, tailored."""

    def make(**choice: object) -> TailoredWorkshop:
        (loaded,), problems = load_workshops(Library(None, project), ["small"])
        assert not problems
        return tailor(loaded, Choice(**choice))  # type: ignore[arg-type]

    return make
