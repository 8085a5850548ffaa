"""Ids that name something in a shared file: each must be there, once, and be nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

from kit.errors import Problem
from kit.reading.contents import scales_named
from kit.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kit.definitions.scale import Scale
    from kit.reading.path import Location
    from kit.reading.shared import Shared
    from kit.reading.yaml_source import Source

Thing = TypeVar("Thing")
Kind = Literal[
    "scenario", "item", "scale", "reference", "worksheet", "follow-up", "vocabulary", "document"
]
_WORDS: dict[Kind, str] = {
    "scenario": "scenario",
    "item": "evaluation item",
    "scale": "scale",
    "reference": "work",
    "worksheet": "worksheet",
    "follow-up": "follow-up form",
    "vocabulary": "role vocabulary",
    "document": "document",
}


class Naming:
    """Looks up the ids that one file names; `problems` holds those that name nothing."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def choose(
        self, kind: Kind, shared: Shared[Thing], location: Location, ids: Sequence[str]
    ) -> dict[str, Thing]:
        """Take the things that a list of ids names, in its order."""
        chosen: dict[str, Thing] = {}
        for number, thing_id in enumerate(ids):
            at = (*location, number)
            thing = self.look_up(kind, shared, at, thing_id)
            if thing_id in chosen:
                message = f"The {_WORDS[kind]} `{thing_id}` is named here a second time."
                where = self.source.place(at)
                self.problems.append(Problem("named-twice", message, where, "Name it once."))
            elif thing is not None:
                chosen[thing_id] = thing
        return chosen

    def look_up(
        self, kind: Kind, shared: Shared[Thing], location: Location, thing_id: str
    ) -> Thing | None:
        """Give a thing; where there is none, note the problem at the place of its naming."""
        thing = shared.find(thing_id)
        if thing is None and not shared.is_broken:
            message = f"There is no {_WORDS[kind]} `{thing_id}` in `{shared.name}`."
            where, hint = self.source.place(location), _hint(thing_id, shared)
            self.problems.append(Problem(f"unknown-{kind}", message, where, hint))
        return thing

    def refuse_own(self, kind: Kind, chosen: Collection[str], own: Mapping[Location, str]) -> None:
        """Refuse things of the workshop's own that have the id of a shared one it uses."""
        for location, thing_id in own.items():
            if thing_id in chosen:
                message = f"The id `{thing_id}` is that of a shared {_WORDS[kind]} used here."
                where = self.source.place((*location, "id"))
                hint = "Give this one another id."
                self.problems.append(Problem("duplicate-id", message, where, hint))


def scales_of_shared(
    named: Mapping[str, Any], shared: Shared[Any], scales: Shared[Scale]
) -> list[Problem]:
    """Look up the scales of shared things at their own places."""
    problems: list[Problem] = []
    for thing_id, thing in named.items():
        origin = shared.origins[thing_id]
        naming = Naming(origin.source)
        for location, scale in scales_named(thing, origin.location):
            naming.look_up("scale", scales, location, scale)
        problems += naming.problems
    return problems


def _hint(given: str, shared: Shared[Thing]) -> str:
    if not shared.exists:
        return f"There is no file `{shared.name}` beside the workshops."
    if near := nearest(given, shared.things):
        return f"Did you mean `{near}`?"
    return f"Write it into `{shared.name}`, or name one that is there."
