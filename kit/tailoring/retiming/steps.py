"""The steps of an activity in a length, and the same steps with other minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.activity import EVALUATION_FORM, Grouping
from kit.definitions.base import minutes_in
from kit.tailoring.retiming.shares import apportion

if TYPE_CHECKING:
    from kit.definitions.activity import Activity, Step


def steps_in(activity: Activity, length: str) -> tuple[tuple[Step, int], ...]:
    """Give the steps with their whole minutes; a step without a share in the length is left out."""
    minutes = minutes_in(activity.minutes, length)
    steps = [
        (step, share)
        for step in activity.instructor.steps
        if (share := minutes_in(step.share, length)) is not None
    ]
    if minutes is None or not steps:
        return ()
    parts = apportion(minutes, [share for _, share in steps])
    return tuple((step, part) for part, (step, _) in zip(parts, steps, strict=True))


def has_task(activity: Activity, length: str) -> bool:
    """Say whether people work on something in it: a sheet, a case, cards or placards.

    Protected activities and the evaluation form are no tasks: they need no more time than they
    have.
    """
    work = any(name != EVALUATION_FORM for name in activity.uses)
    return (
        work
        and not activity.protected
        and any(_is_work(activity, step) for step, _ in steps_in(activity, length))
    )


def with_minutes(activity: Activity, length: str, minutes: int) -> Activity:
    """Give an activity other minutes in a length.

    Fewer minutes are taken from its steps in proportion, and each keeps a minute. More go to the
    steps in which people work.
    """
    steps = steps_in(activity, length)
    usual = [part for _, part in steps]
    if minutes > sum(usual):
        work = [part if _is_work(activity, step) else 0 for step, part in steps]
        more = apportion(minutes - sum(usual), work if any(work) else usual)
        parts = [part + extra for part, extra in zip(usual, more, strict=True)]
    else:
        parts = _shortened(usual, minutes)
    share = iter(parts)
    timed = tuple(
        step.model_copy(update={"share": {length: next(share)} if _is_in(step, length) else {}})
        for step in activity.instructor.steps
    )
    side = activity.instructor.model_copy(update={"steps": timed})
    return activity.model_copy(update={"minutes": {length: minutes}, "instructor": side})


def _is_in(step: Step, length: str) -> bool:
    return minutes_in(step.share, length) is not None


def _is_work(activity: Activity, step: Step) -> bool:
    grouping = step.grouping or activity.grouping[0]
    return not step.talk and grouping is not Grouping.PLENARY


def _shortened(usual: list[int], minutes: int) -> list[int]:
    parts = list(apportion(minutes, usual))
    for at, part in enumerate(usual):
        longest = parts.index(max(parts))
        if part and not parts[at] and parts[longest] > 1:
            parts[longest] -= 1
            parts[at] = 1
    return parts
