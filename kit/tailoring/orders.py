"""An order of a cohort's own: which of its ids are of which kind, and things put in that order.

One list may name things of several kinds. Each kind has its own order, that of the list; a kind of
which it names nothing keeps the workshop's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

ACTIVITIES: Final = "activities"
WORKSHEETS: Final = "worksheets"
CASES: Final = "cases"
QUESTIONS: Final = "questions"


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Named)


def by_kind(
    order: Sequence[str], things: Mapping[str, Collection[str]]
) -> dict[str, tuple[str, ...]]:
    """Say what an order names of each kind; a kind that it does not name is not there.

    `things` are the ids of each kind, the first kind first. An id that things of several kinds
    have stands for all that the order names otherwise, or else for that of the first.
    """
    kinds = {name: [kind for kind in things if name in things[kind]] for name in order}
    sure = {of[0] for of in kinds.values() if len(of) == 1}
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(order):
        meant = [kind for kind in kinds[name] if kind in sure] or kinds[name][:1]
        for kind in meant:
            found.setdefault(kind, []).append(name)
    return {kind: tuple(found[kind]) for kind in things if kind in found}


def in_order(things: Iterable[_Thing], order: Collection[str]) -> tuple[_Thing, ...]:
    """Put those things that an order names in that order, in the places that they have together.

    The others stay where they are.
    """
    every = tuple(things)
    place = {name: number for number, name in enumerate(order)}
    named = iter(
        sorted((each for each in every if each.id in place), key=lambda each: place[each.id])
    )
    return tuple(next(named) if each.id in place else each for each in every)


@dataclass(frozen=True)
class Orders:
    """What a cohort puts in an order of its own in what comes out: ids of sheets and questions.

    The agenda, and the cases with it, have the cohort's order already.
    """

    worksheets: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
