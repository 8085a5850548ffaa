"""A workshop whose agenda is fitted to minutes that it has no length for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.definitions.base import belongs_to, minutes_in
from kit.errors import KitError, Problem
from kit.tailoring.retiming.retime import Fitted, fit, slots_of
from kit.tailoring.retiming.shares import apportion

if TYPE_CHECKING:
    from kit.definitions.activity import Activity
    from kit.definitions.workshop import Workshop


def _with_minutes(activity: Activity, length: str, minutes: int) -> Activity:
    """Give an activity other minutes in a length; each step that had a share keeps a minute."""
    steps = activity.instructor.steps
    shares = [minutes_in(step.share, length) or 0 for step in steps]
    parts = list(apportion(minutes, shares))
    for at, share in enumerate(shares):
        longest = parts.index(max(parts))
        if share and not parts[at] and parts[longest] > 1:
            parts[longest] -= 1
            parts[at] = 1
    timed = tuple(
        step.model_copy(update={"share": {length: part} if share else {}})
        for step, share, part in zip(steps, shares, parts, strict=True)
    )
    side = activity.instructor.model_copy(update={"steps": timed})
    return activity.model_copy(update={"minutes": {length: minutes}, "instructor": side})


def fitted_to(
    workshop: Workshop, length: str, minutes: int | None
) -> tuple[Workshop, Fitted | None]:
    """Fit a length of a workshop to minutes; as it is where these are its own, or None.

    Raises:
        KitError: it cannot be done; the problem says how many minutes are missing, and what could
            go.
    """
    if minutes is None:
        return workshop, None
    slots = slots_of(workshop.agenda, length)
    # Where a cohort left something out, the minutes that are written do not add up any more.
    if minutes == workshop.lengths[length] == sum(slot.minutes for slot in slots):
        return workshop, None
    fitted = fit(slots, minutes)
    if fitted.missing:
        kept = [slot for slot in slots if slot.id not in fitted.left_out and not slot.protected]
        named = ", ".join(f"`{slot.id}` ({slot.least})" for slot in kept)
        raise KitError(
            [
                Problem(
                    "minutes-do-not-fit",
                    f"The session cannot be fitted to {minutes} minutes: {fitted.missing} are "
                    "missing when everything is as short as it may be.",
                    hint="Give it more minutes"
                    + (f", or leave out one of these: {named}." if kept else "."),
                )
            ]
        )
    agenda = tuple(
        _with_minutes(activity, length, fitted.minutes[activity.id])
        for activity in workshop.agenda
        if activity.id in fitted.minutes
    )
    taught = {name for activity in agenda for name in activity.objectives}
    if workshop.prework and belongs_to(workshop.prework.lengths, length):
        taught |= set(workshop.prework.objectives)
    gone = [
        each
        for each in workshop.objectives
        if belongs_to(each.lengths, length) and each.id not in taught
    ]
    told = replace(
        fitted,
        titles={each.id: each.title for each in workshop.agenda},
        not_taught=tuple(each.text for each in gone),
    )
    # What the run of show says at mid-session adds up for the length as it was written only.
    changed = {
        "agenda": agenda,
        "objectives": tuple(each for each in workshop.objectives if each not in gone),
        "checkpoint": None,
    }
    return workshop.model_copy(update=changed), told
