"""Which letters of people's names this machine's fonts have: asked of a worker, which has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.pipeline.job import died, press_for

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem
    from kit.press.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Faces:
    """The names to try; `shown` is what they are for, in the user's words."""

    names: tuple[str, ...]
    base: Path
    shown: str
    roots: tuple[Path, ...]

    @property
    def weight(self) -> int:
        """How long it takes, compared with others: there are none at its time."""
        return 0

    def run(self) -> FacesFound:
        """Lay the names out. Why they cannot be is in `stopped`."""
        from kit.press.coverage import coverage  # noqa: PLC0415 - for workers alone

        try:
            return FacesFound(coverage(press_for(self.roots), self.names, self.base))
        except KitError as error:
            return FacesFound(stopped=error.problems)

    def died(self) -> FacesFound:
        """Say that the process was ended."""
        return FacesFound(stopped=(died(self.shown),))


@dataclass(frozen=True, slots=True)
class FacesFound:
    """What the fonts have, or what has kept it from being seen."""

    coverage: Coverage | None = None
    stopped: tuple[Problem, ...] = ()
