"""What is ready to be rendered: workshops and sessions, read, checked and tailored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kit.editions.setting import Setting
    from kit.tailoring.session import LoadedSession
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class Ready:
    """A workshop or a session without mistakes, tailored; its files; how many warnings.

    `name` is the workshop's, or `cohort/session`; `session` is what such a one was made of.
    """

    name: str
    tailored: TailoredWorkshop
    setting: Setting
    base: Path
    sources: tuple[Path, ...]
    warnings: int
    session: LoadedSession | None = field(default=None, repr=False)


@dataclass(slots=True)
class Prepared:
    """What can be made, everything that was found, and why what is left out is left out.

    `mistakes` are in a workshop's files; `misfits` has the workshops that the command does not fit:
    there is none of that name, or it has no such length.
    """

    ready: list[Ready] = field(default_factory=list)
    found: list[Problem] = field(default_factory=list)
    mistakes: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    misfits: list[str] = field(default_factory=list)


def stopping(problems: Iterable[Problem], *, strict: bool) -> tuple[Problem, ...]:
    """Pick the problems for which a workshop is not made."""
    return tuple(each for each in problems if strict or each.severity is Severity.ERROR)
