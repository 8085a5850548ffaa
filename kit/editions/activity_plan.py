"""One activity as the instructor runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.definitions.base import text_in
from kit.editions.run_of_show import handouts, lead

if TYPE_CHECKING:
    from kit.editions import parts
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop, TimedActivity


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with its whole minutes."""

    minutes: int
    do: str
    grouping: str
    talk: bool


@dataclass(frozen=True, slots=True)
class ActivityPlan:
    """One activity as the instructor runs it."""

    line: parts.AgendaLine
    priority: str
    protected: bool
    lead: int
    minimum: int | None
    objectives: tuple[int, ...]
    handouts: tuple[str, ...]
    purpose: str
    set_up: str | None
    say: str | None
    steps: tuple[StepLine, ...]
    ask: tuple[str, ...]
    listen_for: tuple[str, ...]
    watch_out: tuple[str, ...]
    if_short: str
    checkpoint: str | None
    transition: str | None
    virtual: str | None


def activity_plan(
    timed: TimedActivity,
    line: parts.AgendaLine,
    numbers: dict[str, int],
    tailored: TailoredWorkshop,
    words: Words,
) -> ActivityPlan:
    """Set out an activity; `numbers` are those of the objectives by id."""
    activity = timed.activity
    side = activity.instructor
    return ActivityPlan(
        line=line,
        priority=str(activity.priority),
        protected=activity.protected,
        lead=lead(timed),
        minimum=activity.minimum,
        objectives=tuple(sorted(numbers[o] for o in activity.objectives if o in numbers)),
        handouts=handouts(tailored, activity.uses, words),
        purpose=side.purpose,
        set_up=text_in(side.set_up, tailored.length),
        say=text_in(side.say, tailored.length),
        steps=tuple(
            StepLine(step.minutes, step.do, str(step.grouping), step.talk) for step in timed.steps
        ),
        ask=side.ask,
        listen_for=side.listen_for,
        watch_out=side.watch_out,
        if_short=side.if_short,
        checkpoint=_checkpoint(tailored, activity.id),
        transition=text_in(side.transition, tailored.length),
        virtual=side.virtual,
    )


def _checkpoint(tailored: TailoredWorkshop, activity_id: str) -> str | None:
    """Say what to drop when late at the end of this activity, where one looks at the clock then."""
    checkpoint = tailored.workshop.checkpoint
    if checkpoint is None or checkpoint.after != activity_id:
        return None
    return text_in(checkpoint.do, tailored.length)
