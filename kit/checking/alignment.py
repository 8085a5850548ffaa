"""What is promised is taught and measured, in every length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.words import listed
from kit.definitions.base import belongs_to, minutes_in
from kit.errors import Problem
from kit.tailoring.tailor import end_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.workshop import Workshop
    from kit.reading.workshop import LoadedWorkshop


def alignment(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """In every length each objective of it is taught by something and measured by an item."""
    workshop = loaded.workshop
    taught = {length: _taught(workshop, length) for length in workshop.lengths}
    measured = {length: _measured(loaded, length) for length in workshop.lengths}
    for index, objective in enumerate(workshop.objectives):
        name, where = objective.id, loaded.place("objectives", index, "id")
        lengths = [each for each in workshop.lengths if belongs_to(objective.lengths, each)]
        untaught = [length for length in lengths if name not in taught[length]]
        if untaught:
            yield Problem(
                "not-taught",
                f"Nothing teaches the objective `{name}` in {listed(untaught)}.",
                where,
                "Name it under the `objectives` of an activity or of the pre-work"
                + _or_leave_out(lengths, untaught),
            )
        unmeasured = [length for length in lengths if name not in measured[length]]
        if unmeasured:
            how = "belongs to" if set(unmeasured) & set(untaught) else "is taught in"
            yield Problem(
                "not-measured",
                f"The objective `{name}` {how} {listed(unmeasured)}, but no item of the evaluation "
                "measures it.",
                where,
                f"Write `objective: {name}` at an item of the evaluation"
                + _or_leave_out(lengths, unmeasured),
            )
    for length in workshop.lengths:
        if not any(belongs_to(each.lengths, length) for each in workshop.objectives):
            yield Problem(
                "no-objective",
                f"No objective belongs to the length `{length}`.",
                loaded.place("lengths", length),
                f"Add `{length}` to the `lengths` of an objective.",
            )


def _or_leave_out(lengths: list[str], wrong: list[str]) -> str:
    right = [length for length in lengths if length not in wrong]
    if not right:
        return "."
    return f", or write `lengths: [{', '.join(right)}]` at the objective."


def _taught(workshop: Workshop, length: str) -> set[str]:
    taught = {
        name
        for activity in workshop.agenda
        if minutes_in(activity.minutes, length) is not None
        for name in activity.objectives
    }
    if workshop.prework and belongs_to(workshop.prework.lengths, length):
        taught.update(workshop.prework.objectives)
    return taught


def _measured(loaded: LoadedWorkshop, length: str) -> set[str]:
    items = (loaded.items[name] for name in end_items(loaded.workshop) if name in loaded.items)
    return {item.objective for item in items if item.objective and belongs_to(item.lengths, length)}
