"""The cases that a cohort works on, put into the agenda: chosen ones, or those in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.reading.nodes import Mapping, Scalar, Sequence
from kit.tailoring.patching.tree import find, list_at, text, things_below

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kit.reading.nodes import Node


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


def cases_at_work(tree: Mapping, cases: Collection[str], length: str) -> tuple[str, ...]:
    """Name the cases that the agenda of a length works on, in the order of their use."""
    return tuple(
        dict.fromkeys(name for uses in _uses(tree, length) for item in uses.items
                      if (name := text(item)) in cases)
    )  # fmt: skip


def order_cases(
    tree: Mapping, before: Collection[str], order: Collection[str], length: str
) -> None:
    """Let the agenda of a length work on the same cases in another order, each in another's place.

    `before` are the cases as it has them, `order` the same ones as it is to have them.
    """
    now = dict(zip(before, order, strict=True))
    for uses in _uses(tree, length):
        uses.items[:] = [
            Scalar(item.line, item.column, now[text(item)]) if text(item) in now else item
            for item in uses.items
        ]


def _uses(tree: Mapping, length: str) -> Iterator[Sequence]:
    agenda = find(tree, ("agenda",))
    for activity in agenda.items if isinstance(agenda, Sequence) else ():
        uses = find(activity, ("uses",))
        if isinstance(uses, Sequence) and is_in(activity, length):
            yield uses
