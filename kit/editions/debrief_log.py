"""The instructor's notes after a session: who came, how long it took, what to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.setting import clock_after

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """An activity as it was planned: when it was to begin, and its minutes."""

    number: int
    title: str
    clock: str
    minutes: int


@dataclass(frozen=True, slots=True)
class DebriefLogView:
    """The plan to note against, and the questions to answer the same day."""

    identity: Identity
    activities: tuple[PlannedActivity, ...]
    end: str
    questions: tuple[str, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> DebriefLogView:
    """Make the log: it asks for what `kit session record` keeps."""
    return DebriefLogView(
        identity=parts.identity(tailored, setting),
        activities=tuple(
            PlannedActivity(
                number, timed.activity.title, clock_after(setting.start, passed), timed.minutes
            )
            for number, (passed, timed) in enumerate(parts.starts(tailored.agenda), 1)
        ),
        end=clock_after(setting.start, tailored.minutes),
        questions=tailored.workshop.debrief,
    )
