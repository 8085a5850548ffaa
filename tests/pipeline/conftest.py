"""Builds in a project of the test's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.build import build
from kit.pipeline.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.pipeline.report import Report


@dataclass
class Followed:
    """A progress that remembers, and may stop the build as Ctrl-C does."""

    stop_after: int | None = None
    paths: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    ended: bool = False

    def expect(self, files: int) -> None:
        assert files > 0

    def working(self, on: str) -> None:
        assert on

    def done(self, path: str, pages: int | None) -> None:
        del pages
        self.paths.append(path)
        if len(self.paths) == self.stop_after:
            raise KeyboardInterrupt

    def kept(self, path: str) -> None:
        self.unchanged.append(path)

    def end(self) -> None:
        self.ended = True


@pytest.fixture
def followed() -> type[Followed]:
    return Followed


@pytest.fixture
def make(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Report]:
    """Build with a request's fields; HTML only, so that it is quick, unless formats are given."""
    monkeypatch.chdir(project)

    def run(progress: Followed | None = None, **asked: Any) -> Report:
        request = Request(**{"formats": ("html",), **asked})
        return build(request, find_library(Path.cwd()), progress or Followed())

    return run
