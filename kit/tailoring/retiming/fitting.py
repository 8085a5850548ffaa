"""A workshop whose agenda is fitted to minutes that it has no length for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.definitions.base import belongs_to
from kit.errors import KitError
from kit.reading.words import kit_words
from kit.tailoring.retiming.clock import checkpoint_in
from kit.tailoring.retiming.refusals import refusal
from kit.tailoring.retiming.retime import Fitted, fit, slots_of
from kit.tailoring.retiming.steps import with_minutes

if TYPE_CHECKING:
    from collections.abc import Collection

    from kit.definitions.workshop import Workshop


def fitted_to(
    workshop: Workshop, length: str, minutes: int | None, held: Collection[str] = ()
) -> tuple[Workshop, Fitted | None]:
    """Fit a length of a workshop to minutes; as it is where these are its own, or None.

    The activities that are `held` keep their minutes, as protected ones do.

    Raises:
        KitError: it cannot be done; the problem says how many minutes are missing, and what could
            go.
    """
    if minutes is None:
        return workshop, None
    slots = slots_of(workshop.agenda, length, held)
    # Where a cohort left something out, the minutes that are written do not add up any more.
    if minutes == workshop.lengths[length] == sum(slot.minutes for slot in slots):
        return workshop, None
    fitted = fit(slots, minutes)
    if problem := refusal(fitted, minutes, workshop.lengths):
        raise KitError([problem])
    agenda = tuple(
        with_minutes(activity, length, fitted.minutes[activity.id])
        for activity in workshop.agenda
        if activity.id in fitted.minutes
    )
    taught = {name for activity in agenda for name in activity.objectives}
    if workshop.prework and belongs_to(workshop.prework.lengths, length):
        taught |= set(workshop.prework.objectives)
    gone = tuple(
        each
        for each in workshop.objectives
        if belongs_to(each.lengths, length) and each.id not in taught
    )
    told = replace(
        fitted, titles={each.id: each.title for each in workshop.agenda}, not_taught=gone
    )
    changed = {
        "agenda": agenda,
        "objectives": tuple(each for each in workshop.objectives if each not in gone),
        "checkpoint": checkpoint_in(
            workshop.checkpoint, length, told, kit_words(workshop.language)
        ),
    }
    return workshop.model_copy(update=changed), told
