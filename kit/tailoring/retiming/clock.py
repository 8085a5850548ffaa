"""The look at the clock in a session that was fitted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kit.definitions.base import text_in
from kit.definitions.workshop import Checkpoint
from kit.tailoring.retiming.counted import counted
from kit.tailoring.retiming.retime import fit

if TYPE_CHECKING:
    from kit.tailoring.retiming.retime import Fitted, Slot

LATE: Final = 5
"""Minutes that one is late, in the words of every look at the clock."""


def checkpoint_in(checkpoint: Checkpoint | None, length: str, fitted: Fitted) -> Checkpoint | None:
    """Give the look at the clock of a fitted session.

    As it was written, where all that comes after it has its usual minutes. Otherwise it stands
    behind the same activity, or the nearest one before it behind which time can still be won, and
    says what then gives way, by the same rule as the fitting itself. None where the length has
    none, and where nothing that is left could be shorter.
    """
    if checkpoint is None or text_in(checkpoint.do, length) is None:
        return None
    order = [slot.id for slot in fitted.slots]
    if checkpoint.after not in order:
        return None
    place = order.index(checkpoint.after)
    changed = {*fitted.left_out, *(name for name, _, _ in fitted.changes)}
    if checkpoint.after in fitted.minutes and changed.isdisjoint(order[place + 1 :]):
        return checkpoint
    for at in range(place, -1, -1):
        if order[at] in fitted.minutes and (words := _words(fitted, at)):
            return Checkpoint(after=order[at], do=words)
    return None


def _words(fitted: Fitted, at: int) -> str | None:
    """Say what to drop behind an activity when late, or None where nothing can be dropped."""
    ahead = [
        replace(slot, minutes=now, least=min(slot.least, now))
        for slot in fitted.slots[at + 1 :]
        if (now := fitted.minutes.get(slot.id)) is not None
    ]
    left = sum(slot.minutes for slot in ahead)
    for won in range(min(LATE, left - 1), 0, -1):
        plan = fit(ahead, left - won)
        if not plan.missing:
            late = (
                "Five minutes late?"
                if won == LATE
                else f"Late? No more than {counted(won)} can be won."
            )
            return f"{late} {_what_gives_way(plan, ahead, fitted)}"
    return None


def _what_gives_way(plan: Fitted, ahead: list[Slot], fitted: Fitted) -> str:
    usual = {slot.id: slot.minutes for slot in ahead}
    gone = [f"“{fitted.titles[name]}” ({counted(usual[name])})" for name in plan.left_out]
    shorter = [
        f"“{fitted.titles[name]}” {counted(now)} in place of {before}"
        for name, before, now in plan.changes
        if now < before
    ]
    told = []
    if gone:
        told.append(f"Leave out {' and '.join(gone)}.")
    if shorter:
        told.append(f"Give {', '.join(shorter)}; “If short of time” says where to begin.")
    return " ".join(told)
