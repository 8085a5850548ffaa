"""An agenda fitted to minutes that the workshop has no length for.

What gives way, in this order: optional activities are shortened to their minimum, then useful ones;
optional ones are left out, the last first; essential ones are shortened to their minimum; useful
ones are left out, the last first. Protected activities keep their minutes. What is won back goes to
the essential ones first. Minutes are whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kit.definitions.activity import Priority
from kit.definitions.base import minutes_in
from kit.tailoring.retiming.shares import apportion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kit.definitions.activity import Activity

_KEEP_LONGEST: Final = (Priority.ESSENTIAL, Priority.USEFUL, Priority.OPTIONAL)


@dataclass(frozen=True, slots=True)
class Slot:
    """An activity in the length that the fitting starts from."""

    id: str
    minutes: int
    least: int
    priority: Priority
    protected: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """The minutes of each activity that is left, by id; `missing` are those that cannot be won.

    With `missing`, `minutes` is empty. `changes` are activities with their minutes before and now,
    `titles` those of all, `not_taught` the objectives that went with what was left out.
    """

    minutes: Mapping[str, int]
    left_out: tuple[str, ...] = ()
    missing: int = 0
    changes: tuple[tuple[str, int, int], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    not_taught: tuple[str, ...] = ()


def slots_of(agenda: Iterable[Activity], length: str) -> tuple[Slot, ...]:
    """Give the activities of a length.

    One without a minimum cannot be shortened, and none so far that a step of it has no minute left.
    """
    return tuple(
        Slot(
            activity.id,
            minutes,
            minutes if activity.protected else _least_of(activity, length, minutes),
            activity.priority,
            activity.protected,
        )
        for activity in agenda
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
    left_out: list[str] = []
    for priority, essential_full in ((Priority.OPTIONAL, True), (Priority.USEFUL, False)):
        while _least(kept, essential_full=essential_full) > minutes:
            last = next((each for each in reversed(kept) if _may_go(each, priority)), None)
            if last is None or len(kept) == 1:
                break
            kept.remove(last)
            left_out.append(last.id)
    missing = _least(kept, essential_full=False) - minutes
    if missing > 0:
        return Fitted({}, tuple(left_out), missing)
    given = _shared_out(kept, minutes)
    changes = tuple(
        (slot.id, slot.minutes, given[slot.id]) for slot in kept if given[slot.id] != slot.minutes
    )
    return Fitted(given, tuple(left_out), changes=changes)


def _may_go(slot: Slot, priority: Priority) -> bool:
    return slot.priority is priority and not slot.protected


def _least(slots: Iterable[Slot], *, essential_full: bool) -> int:
    return sum(
        slot.minutes if essential_full and slot.priority is Priority.ESSENTIAL else slot.least
        for slot in slots
    )


def _shared_out(slots: Sequence[Slot], minutes: int) -> dict[str, int]:
    """Begin with the least of each, and give back what is left, the essential ones first."""
    given = {slot.id: slot.least for slot in slots}
    rest = minutes - sum(given.values())
    for priority in _KEEP_LONGEST:
        wanting = [slot for slot in slots if slot.priority is priority]
        slack = [slot.minutes - slot.least for slot in wanting]
        back = min(rest, sum(slack))
        for slot, part in zip(wanting, apportion(back, slack) if back else (), strict=False):
            given[slot.id] += part
        rest -= back
    # More minutes than the length has: what people work on takes them, in proportion.
    growing = [slot for slot in slots if not slot.protected] or list(slots)
    if rest:
        parts = apportion(rest, [slot.minutes for slot in growing])
        for slot, part in zip(growing, parts, strict=True):
            given[slot.id] += part
    return given
