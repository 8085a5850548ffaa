from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import Library, find_library
from kit.reading.workshop import load_workshops
from kit.rendering.render import Rendered, Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def bundled() -> Path:
    """The folder of the bundled templates."""
    return find_library(Path(__file__).parent).bundled / "templates"


@pytest.fixture
def rendered(project: Path, bundled: Path) -> Callable[..., Rendered]:
    """Renders one edition of the example workshop, with the project's templates first."""

    def render(edition: str, paper: str = "letter", **choice: object) -> Rendered:
        (loaded,), problems = load_workshops(Library(None, project), ["small"])
        assert not problems
        own = project / "templates"
        folders = (own, bundled) if own.is_dir() else (bundled,)
        entry = EDITIONS[edition]
        tailored = tailor(loaded, Choice(**choice))  # type: ignore[arg-type]
        view = entry.view(tailored, Setting(paper=paper))  # type: ignore[arg-type]
        return Renderer(folders).render(entry, view, paper)  # type: ignore[arg-type]

    return render
