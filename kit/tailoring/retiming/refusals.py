"""Why a session cannot be fitted to its minutes, and what could be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.errors import Problem
from kit.tailoring.retiming.counted import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.tailoring.retiming.retime import Fitted, Slot

CODE: Final = "minutes-do-not-fit"

_OBJECTIVES: Final = "with the objectives that nothing else teaches"
"""What has to be left out too: a session cannot promise what it does not teach."""

MOST_TIMES: Final = 2
"""How many times as long as it was written for a workshop may become."""


def refusal(fitted: Fitted, minutes: int, lengths: Mapping[str, int]) -> Problem | None:
    """Say what keeps a session from its minutes, or None: too few, too many, or nobody's."""
    usual = sum(slot.minutes for slot in fitted.slots)
    longest = max(lengths.values())
    most = MOST_TIMES * max(usual, longest)
    if minutes > most:
        return Problem(
            CODE,
            f"The session has {minutes} minutes, but the longest length of this workshop takes "
            f"{longest}.",
            hint=f"Give it {most} at most. For a longer day, make two sessions of it, with two "
            "entries under `sessions`, or write activities of your own under `add`.",
        )
    if fitted.missing:
        return _too_few(fitted, minutes, lengths)
    if fitted.over:
        filled = minutes - fitted.over
        return Problem(
            CODE,
            f"The session has {minutes} minutes, but its activities take {filled}, and none of "
            "those that are left may take more: all are protected.",
            hint=f"Write `minutes: {filled}`, or give an activity `protected: false`.",
        )
    return None


def _too_few(fitted: Fitted, minutes: int, lengths: Mapping[str, int]) -> Problem:
    is_are = "is" if fitted.missing == 1 else "are"
    gone = ", ".join(f"`{name}`" for name in fitted.left_out)
    without = f" and {gone} left out" if gone else ""
    return Problem(
        CODE,
        f"The session cannot be fitted to {counted(minutes)}: {counted(fitted.missing)} {is_are} "
        f"missing, even with everything as short as it may be{without}.",
        hint=f"Give it {counted(minutes + fitted.missing)}, the least that it needs"
        f"{_shorter_length(minutes, lengths)}. {_what_could_go(fitted)}",
    )


def _shorter_length(minutes: int, lengths: Mapping[str, int]) -> str:
    """Name the longest length that fits as it is: another may be nearer, and too full."""
    short = [name for name, each in lengths.items() if each <= minutes]
    if not short:
        return ""
    name = max(short, key=lambda each: lengths[each])
    return f", or write `length: {name}` ({lengths[name]}) in place of the minutes"


def _what_could_go(fitted: Fitted) -> str:
    kept = [slot for slot in fitted.slots if slot.id not in fitted.left_out]
    loose = [slot for slot in kept if not slot.protected]
    safe = sum(slot.least for slot in kept if slot.protected)
    # Something has to stay: where nothing is protected, the shortest does.
    most = sum(slot.least for slot in loose) - (0 if safe else min(slot.least for slot in loose))
    if most < fitted.missing:
        held = f"what is protected takes {counted(safe)}" if safe else "one activity has to stay"
        return f"Leaving out more cannot make it fit: {held}."
    enough = [slot for slot in loose if slot.least >= fitted.missing]
    if enough and (safe or len(loose) > 1):
        several = "one of these" if len(enough) > 1 else "this one"
        return f"Or leave out {several}, {_OBJECTIVES}: {_named(enough)}."
    together = f"{counted(fitted.missing)} together"
    return f"Or leave out some of these, {together}, {_OBJECTIVES}: {_named(loose)}."


def _named(slots: list[Slot]) -> str:
    return ", ".join(f"`{slot.id}` ({slot.least})" for slot in slots)
