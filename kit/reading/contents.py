"""What a workshop holds and names, wherever in it that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from kit.definitions.blocks.base import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.item import Item
    from kit.definitions.scenario import Scenario
    from kit.definitions.worksheet import Worksheet
    from kit.definitions.workshop import Workshop
    from kit.reading.path import Location


def core_items(workshop: Workshop) -> Iterator[tuple[Location, tuple[str, ...]]]:
    """Find the lists of shared items, at the end and for the follow-up."""
    evaluation = workshop.evaluation
    yield ("evaluation", "core"), evaluation.core
    if evaluation.follow_up:
        yield ("evaluation", "follow_up", "core"), evaluation.follow_up.core


def own_items(workshop: Workshop) -> Iterator[tuple[Location, Item]]:
    """Find the items that are written in the workshop itself."""
    evaluation = workshop.evaluation
    for key in ("objectives", "before_now", "more", "open"):
        for number, item in enumerate(getattr(evaluation, key)):
            yield ("evaluation", key, number), item
    if evaluation.follow_up:
        for number, item in enumerate(evaluation.follow_up.items):
            yield ("evaluation", "follow_up", "items", number), item


def own_scenarios(workshop: Workshop) -> Iterator[tuple[Location, Scenario]]:
    """Find the scenarios that are written in the workshop itself."""
    for number, scenario in enumerate(workshop.scenarios.own if workshop.scenarios else ()):
        yield ("scenarios", "own", number), scenario


def own_worksheets(workshop: Workshop) -> Iterator[tuple[Location, Worksheet]]:
    """Find the worksheets that are written in the workshop itself."""
    for number, worksheet in enumerate(workshop.worksheets):
        yield ("worksheets", number), worksheet


def scales_named(part: object, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Find every scale that is named in a part of a definition, in blocks of whatever kind."""
    for at, value in _below(part, location):
        if at[-1:] == ("scale",) and isinstance(value, str):
            yield at, value


def rows_of(part: object, location: Location = ()) -> Iterator[tuple[Location, Row]]:
    """Find every row in a part of a definition, in blocks of whatever kind."""
    for at, value in _below(part, location):
        if isinstance(value, Row):
            yield at, value


def _below(part: object, location: Location) -> Iterator[tuple[Location, object]]:
    yield location, part
    if isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from _below(getattr(part, name), (*location, field.alias or name))
    elif isinstance(part, tuple):
        for number, value in enumerate(part):
            yield from _below(value, (*location, number))
