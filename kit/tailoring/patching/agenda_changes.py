"""What a cohort changes in the agenda as a whole: its order, and the cases that it works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem
from kit.reading.nodes import Mapping, Sequence
from kit.suggestion import did_you_mean
from kit.tailoring.patching.tree import find, list_at, scalars_at, text, things_below, things_in

if TYPE_CHECKING:
    from kit.reading.nodes import Node, Scalar
    from kit.reading.path import Location
    from kit.reading.yaml_source import Source


def deal_cases(tree: Mapping, cases: tuple[Scalar, ...], length: str) -> None:
    """Put the chosen cases where the agenda of a length used others, in its order.

    Those for which there was no place come last; activities of other lengths lose theirs.
    """
    choice = find(tree, ("scenarios",))
    agenda = find(tree, ("agenda",))
    if not isinstance(choice, Mapping) or not isinstance(agenda, Sequence):
        return
    use = list_at(tree, ("scenarios", "use"))
    own = {name for name, _, _ in things_below(choice)}
    usual = {text(item) for item in use.items} | own
    use.items[:] = [each for each in cases if each.text not in own]
    left = list(cases)
    last: Sequence | None = None
    for activity in agenda.items:
        uses = find(activity, ("uses",))
        if not isinstance(uses, Sequence):
            continue
        places = [n for n, item in enumerate(uses.items) if text(item) in usual]
        if not places:
            continue
        kept = [item for item in uses.items if text(item) not in usual]
        if not is_in(activity, length):
            uses.items[:] = kept
            continue
        mine, left = left[: len(places)], left[len(places) :]
        uses.items[:] = [*kept[: places[0]], *mine, *kept[places[0] :]]
        last = uses
    if last is not None:
        last.items += left


def is_in(activity: Node, length: str) -> bool:
    """Say whether an activity has minutes in a length."""
    minutes = find(activity, ("minutes",))
    return length in minutes.entries if isinstance(minutes, Mapping) else minutes is not None


def reorder(tree: Mapping, source: Source, at: Location) -> list[Problem]:
    """Put the activities in the order that a cohort names, and tell what is wrong with it."""
    order = scalars_at(source.node, at)
    agenda = tree.entries.get("agenda")
    if not order or agenda is None or not isinstance(agenda.value, Sequence):
        return []
    activities = {name: node for name, _, node in things_in(agenda.value)}
    wanted = [item.text for item in order]
    problems = [
        Problem(
            "order",
            f"`{name}` stands here twice."
            if name in wanted[:number]
            else f"`{name}` is no activity of this session.",
            source.place((*at, number)),
            "Name every activity once."
            if name in wanted[:number]
            else did_you_mean(name, activities),
        )
        for number, name in enumerate(wanted)
        if name not in activities or name in wanted[:number]
    ]
    if missing := [name for name in activities if name not in wanted]:
        problems.append(
            Problem(
                "order",
                "The order leaves out " + ", ".join(f"`{name}`" for name in missing) + ".",
                source.place(at, key=True),
                "Name every activity once. What is not wanted goes under `leave_out`.",
            )
        )
    elif not problems and wanted == list(activities):
        message = "The activities are in this order already, so this changes nothing."
        where = source.place(at, key=True)
        problems.append(Problem("changes-nothing", message, where, "Take it out here."))
    agenda.value.items[:] = [
        *(activities[name] for name in dict.fromkeys(wanted) if name in activities),
        *(activities[name] for name in missing),
    ]
    return problems
