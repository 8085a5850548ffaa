"""What the check-points of a program look at, and what to do then: for those who lead them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.program_plan import StageLine, stage_lines

if TYPE_CHECKING:
    from kit.definitions.program import StageCheck
    from kit.editions.identity import Identity
    from kit.editions.setting import CourseLine, Setting
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class CheckpointRow:
    """One check-point: the stage, what people can do by then, and what to do if they cannot."""

    number: int
    day: str | None
    place: str | None
    stage: StageLine | None
    who: str
    bring: tuple[str, ...]
    ask: tuple[str, ...]
    look_at: tuple[str, ...]
    not_ready: str | None


@dataclass(frozen=True, slots=True)
class CheckpointPlanView:
    """All check-points of a program in their order, and its stages."""

    identity: Identity
    title: str
    checkpoints: tuple[CheckpointRow, ...]
    stages: tuple[StageLine, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> CheckpointPlanView | None:
    """Make the plan with the first session's packet; None where there are no check-points."""
    occasion, words = setting.occasion, setting.words
    program = occasion.program if occasion else None
    if occasion is None or program is None or occasion.number != 1 or not program.checkpoints:
        return None
    lines = stage_lines(program, occasion.course, words)
    stages = {stage.id: line for stage, line in zip(program.own_stages, lines, strict=True)}
    course = {each.session: each for each in occasion.course}
    return CheckpointPlanView(
        identity=parts.identity(tailored, setting),
        title=program.title,
        checkpoints=tuple(
            _row(number, each, stages.get(each.stage), course.get(each.session), words)
            for number, each in enumerate(program.checkpoints, 1)
        ),
        stages=lines,
    )


def _row(
    number: int,
    check: StageCheck,
    stage: StageLine | None,
    session: CourseLine | None,
    words: Words,
) -> CheckpointRow:
    return CheckpointRow(
        number=number,
        day=words.day(session.date) if session and session.date else None,
        place=session.place if session else None,
        stage=stage,
        who=check.who,
        bring=check.bring,
        ask=check.ask,
        look_at=check.look_at,
        not_ready=check.not_ready,
    )
