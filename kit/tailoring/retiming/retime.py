"""An agenda fitted to minutes that the workshop has no length for.

What gives way, in this order: optional activities are shortened to their minimum, then useful ones,
then essential ones. Only when all are as short as they may be, optional ones are left out, the last
first, and then useful ones, the last first. So nothing is left out while something else could be
shorter instead; and since they go in one fixed order, more minutes never lose an activity.
Protected activities keep their minutes. What is left over when something went is given back in the
opposite order: to essential ones, then useful, then optional, in proportion to what they gave.

More minutes than the length has go to activities with a task, and there to the steps in which
people work: essential ones first, each to half as long again at most, then useful, then optional
ones; what is then still left is shared by all of these. Minutes are whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kit.definitions.activity import Priority
from kit.definitions.base import minutes_in
from kit.tailoring.retiming.shares import apportion
from kit.tailoring.retiming.steps import has_task

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kit.definitions.activity import Activity
    from kit.definitions.objective import Objective

GIVING_WAY: Final = (Priority.OPTIONAL, Priority.USEFUL, Priority.ESSENTIAL)
"""What gives minutes first. The order in which they are given back is the opposite one."""

_MAY_GO: Final = (Priority.OPTIONAL, Priority.USEFUL)


@dataclass(frozen=True, slots=True)
class Slot:
    """An activity in the length that the fitting starts from.

    `task` says that people work on something in it, so that more minutes are of use there.
    """

    id: str
    minutes: int
    least: int
    priority: Priority
    protected: bool
    task: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """The minutes of each activity that is left, by id.

    `missing` are minutes that cannot be won; `minutes` is then empty. `over` are minutes that no
    activity can take, since what is left is protected. `to_keep` is how many more would have kept
    the last one that was left out. `changes` are activities with their minutes before and now.
    `slots` are those it was made of, `titles` of all activities, `not_taught` the objectives that
    went with what was left out.
    """

    minutes: Mapping[str, int]
    left_out: tuple[str, ...] = ()
    missing: int = 0
    over: int = 0
    to_keep: int = 0
    changes: tuple[tuple[str, int, int], ...] = ()
    slots: tuple[Slot, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    not_taught: tuple[Objective, ...] = ()


def slots_of(
    agenda: Iterable[Activity], length: str, held: Collection[str] = ()
) -> tuple[Slot, ...]:
    """Give the activities of a length; those that are `held` count as protected.

    One without a minimum cannot be shortened, and none so far that a step of it has no minute left.
    """
    return tuple(
        Slot(
            activity.id,
            minutes,
            minutes if fixed else _least_of(activity, length, minutes),
            activity.priority,
            fixed,
            has_task(activity, length),
        )
        for activity in agenda
        for fixed in (activity.protected or activity.id in held,)
        if (minutes := minutes_in(activity.minutes, length)) is not None
    )


def _least_of(activity: Activity, length: str, minutes: int) -> int:
    steps = [each for each in activity.instructor.steps if minutes_in(each.share, length)]
    return min(max(activity.minimum or minutes, len(steps)), minutes)


def nearest_length(lengths: Mapping[str, int], minutes: int) -> str:
    """Name the length to start from: the nearest in minutes, the longer of two as near."""
    return min(lengths, key=lambda name: (abs(lengths[name] - minutes), -lengths[name]))


def fit(slots: Sequence[Slot], minutes: int) -> Fitted:
    """Fit activities to a number of minutes."""
    kept = list(slots)
    left_out: list[Slot] = []
    while (missing := sum(slot.least for slot in kept) - minutes) > 0:
        gone = _next_to_go(kept)
        if gone is None:
            names = tuple(slot.id for slot in left_out)
            return Fitted({}, names, missing, slots=tuple(slots))
        kept.remove(gone)
        left_out.append(gone)
    to_keep = left_out[-1].least + missing if left_out else 0
    given = {slot.id: slot.least for slot in kept}
    rest = _give_back(kept, given, -missing)
    over = _give_more(kept, given, rest)
    return Fitted(
        given,
        tuple(slot.id for slot in left_out),
        over=over,
        to_keep=to_keep,
        changes=tuple(
            (slot.id, slot.minutes, given[slot.id])
            for slot in kept
            if given[slot.id] != slot.minutes
        ),
        slots=tuple(slots),
    )


def _next_to_go(kept: Sequence[Slot]) -> Slot | None:
    """Choose what is left out next: one activity at least stays."""
    if len(kept) == 1:
        return None
    for priority in _MAY_GO:
        for slot in reversed(kept):
            if slot.priority is priority and not slot.protected:
                return slot
    return None


def _give_back(slots: Sequence[Slot], given: dict[str, int], rest: int) -> int:
    """Give back what was taken, as far as it goes, and say how much is left after that."""
    for priority in reversed(GIVING_WAY):
        wanting = [slot for slot in slots if slot.priority is priority]
        rest = _hand_out(wanting, [slot.minutes - slot.least for slot in wanting], given, rest)
    return rest


def _give_more(slots: Sequence[Slot], given: dict[str, int], rest: int) -> int:
    """Give minutes beyond the usual ones, and say how many nobody can take."""
    loose = [slot for slot in slots if not slot.protected]
    able = [slot for slot in loose if slot.task] or loose
    if not rest or not able:
        return rest
    for priority in reversed(GIVING_WAY):
        wanting = [slot for slot in able if slot.priority is priority]
        rest = _hand_out(wanting, [slot.minutes // 2 for slot in wanting], given, rest)
    for slot, part in zip(able, apportion(rest, [slot.minutes for slot in able]), strict=True):
        given[slot.id] += part
    return 0


def _hand_out(slots: Sequence[Slot], room: Sequence[int], given: dict[str, int], rest: int) -> int:
    """Hand out minutes in proportion to the room that each has, and say how many are left."""
    parts = apportion(min(rest, sum(room)), room)
    for slot, part in zip(slots, parts, strict=True):
        given[slot.id] += part
    return rest - sum(parts)
