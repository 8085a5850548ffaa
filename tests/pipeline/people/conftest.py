"""A cohort with a roster, and its packets made."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import pytest

from kit.library import find_library
from kit.pipeline.people.build import build_people
from kit.pipeline.report import Report
from kit.pipeline.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from conftest import WriteCohort

    from kit.pipeline.people.making import PeopleMade


@dataclass
class Watch:
    """Follows the making of packets, and may stop it as Ctrl-C does."""

    stop_after: int | None = None
    expected: int = 0
    steps: int = 0
    doings: list[str] = field(default_factory=list)
    ended: bool = False

    def expect(self, files: int) -> None:
        self.expected = files

    def working(self, on: str) -> None:
        self.doings.append(on)

    def done(self, path: str, pages: int | None) -> None:
        raise AssertionError(path, pages)

    def kept(self, path: str) -> None:
        assert path
        self.steps += 1
        if self.steps == self.stop_after:
            raise KeyboardInterrupt

    def end(self) -> None:
        self.ended = True


class Make(Protocol):
    """Makes the packets of the cohort `group`'s one session."""

    def __call__(
        self, verified: int = 0, watch: Watch | None = None, *, large: bool = False
    ) -> PeopleMade: ...


@pytest.fixture
def watch() -> type[Watch]:
    return Watch


@pytest.fixture
def write_roster(project: Path) -> Callable[..., None]:
    def write(*names: str, large: Collection[str] = ()) -> None:
        path = project / "workshops" / "cohorts" / "people.csv"
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = [[name, "yes" if name in large else ""] for name in names]
            csv.writer(file).writerows([["Name", "Large print"], *rows])

    return write


@pytest.fixture
def nine(project: Path, cohort: WriteCohort, write_roster: Callable[..., None]) -> Path:
    """A project with a cohort of nine people."""
    write_roster(*(f"Person {letter}" for letter in "ABCDEFGHI"))
    cohort(head="roster: people.csv")
    return project


@pytest.fixture
def make_people(project: Path) -> Make:
    def make(verified: int = 0, watch: Watch | None = None, *, large: bool = False) -> PeopleMade:
        request = Request(cohorts=("group",), people=True, large=large)
        follower = watch or Watch()
        (made,) = build_people(
            request,
            find_library(project),
            Report(project / "build"),
            lambda: follower,
            verified=verified,
        )
        return made

    return make
