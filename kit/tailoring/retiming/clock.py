"""The look at the clock in a session that was fitted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kit.definitions.base import text_in
from kit.definitions.workshop import Checkpoint
from kit.reading.words import ENGLISH
from kit.tailoring.minutes_counted import counted
from kit.tailoring.retiming.retime import fit

if TYPE_CHECKING:
    from kit.reading.words import Words
    from kit.tailoring.retiming.retime import Fitted, Slot

LATE: Final = 5
"""Minutes that one is late, in the words of every look at the clock."""


def checkpoint_in(
    checkpoint: Checkpoint | None, length: str, fitted: Fitted, words: Words = ENGLISH
) -> Checkpoint | None:
    """Give the look at the clock of a fitted session, in the documents' own words.

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
        if order[at] in fitted.minutes and (told := _told(fitted, at, words)):
            return Checkpoint(after=order[at], do=told)
    return None


def _told(fitted: Fitted, at: int, words: Words) -> str | None:
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
                words("clock_late")
                if won == LATE
                else words("clock_late_for_less", minutes=counted(won, words))
            )
            return f"{late} {_what_gives_way(plan, ahead, fitted, words)}"
    return None


def _what_gives_way(plan: Fitted, ahead: list[Slot], fitted: Fitted, words: Words) -> str:
    usual = {slot.id: slot.minutes for slot in ahead}
    gone = [f"“{fitted.titles[name]}” ({counted(usual[name], words)})" for name in plan.left_out]
    shorter = [
        words("clock_less", title=fitted.titles[name], here=counted(now, words), usual=before)
        for name, before, now in plan.changes
        if now < before
    ]
    told = []
    if gone:
        both = words("clock_and")
        told.append(words("clock_leave_out", titles=f" {both} ".join(gone)))
    if shorter:
        told.append(words("clock_give", changes=", ".join(shorter)))
    return " ".join(told)
