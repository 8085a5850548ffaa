"""Every text of a workshop, with the place where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pydantic import BaseModel

from kit.definitions.base import is_for_instructor
from kit.errors import Place
from kit.reading.contents import scales_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.workshop import Workshop
    from kit.reading.workshop import LoadedWorkshop
    from kit.reading.yaml_source import Source

Location: TypeAlias = tuple[str | int, ...]
Kind: TypeAlias = Literal["scenario", "item", "scale", "worksheet", "vocabulary", "follow-up"]


_FOLLOW_UP_PURPOSE = ("evaluation", "follow_up", "purpose")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, where it stands (below the workshop, or a shared thing of a kind), and for whom."""

    words: str
    location: Location
    shared: tuple[Kind, str] | None = None
    for_instructor: bool = False


@lru_cache(maxsize=8)
def texts_of(loaded: LoadedWorkshop) -> tuple[Text, ...]:
    """Give every text that this workshop shows: its own, and those of what it shares.

    They are kept: rule after rule asks for those of the same workshop.
    """
    return tuple(_found(loaded))


def _found(loaded: LoadedWorkshop) -> Iterator[Text]:
    form = loaded.shared_follow_up
    for text in _texts(loaded.workshop, None):
        # What the workshop takes from a shared form is that form's own text, below.
        if form is None or (text.location, text.words) != (_FOLLOW_UP_PURPOSE, form.purpose):
            yield text
    for kind, name, thing in _shared(loaded):
        yield from _texts(thing, (kind, name))
    for name in _scales_used(loaded):
        if name in loaded.scales:
            yield from _texts(loaded.scales[name], ("scale", name))


def _shared(loaded: LoadedWorkshop) -> Iterator[tuple[Kind, str, BaseModel]]:
    workshop = loaded.workshop
    own = {each.id for each in workshop.worksheets}
    own |= {each.id for each in workshop.scenarios.own} if workshop.scenarios else set()
    for name, scenario in loaded.scenarios.items():
        if name not in own:
            yield "scenario", name, scenario
    for name, worksheet in loaded.worksheets.items():
        if name not in own:
            yield "worksheet", name, worksheet
    for name, vocabulary in loaded.vocabularies.items():
        yield "vocabulary", name, vocabulary
    if loaded.shared_follow_up is not None:
        yield "follow-up", loaded.shared_follow_up.id, loaded.shared_follow_up
    for name in _core(workshop):
        if name in loaded.items:
            yield "item", name, loaded.items[name]


def _core(workshop: Workshop) -> tuple[str, ...]:
    follow_up = workshop.evaluation.follow_up
    later = follow_up.core if follow_up else ()
    return tuple(dict.fromkeys((*workshop.evaluation.core, *later)))


def place_of_words(loaded: LoadedWorkshop, text: Text, words: str) -> Place:
    """Give the place of some words within a text: their own line, not the first of the text."""
    start = (
        loaded.place_of(*text.shared, *text.location)
        if text.shared
        else loaded.place(*text.location)
    )
    source = next((each for each in loaded.sources if each.shown == start.file), None)
    return place_within(source, start, text.words, words) if source else start


def place_within(source: Source, start: Place, text: str, words: str) -> Place:
    """Give the place of some words within a text that begins at `start` of a file."""
    if not start.line:
        return start
    lines = source.text.splitlines()
    # A text takes at most as many lines as it has words, and one for the sign of its style.
    last = start.line + len(text.split()) + text.count("\n") + 1
    for number, line in enumerate(lines[start.line - 1 : last], start=start.line):
        column = line.find(words, start.column - 1 if number == start.line else 0)
        if column >= 0:
            return Place(start.file, number, column + 1, line)
    return start


def _texts(model: BaseModel, shared: tuple[Kind, str] | None) -> list[Text]:
    return [Text(words, location, shared, mine) for words, location, mine in collected(model, ())]


def collected(
    value: Any, location: Location, *, mine: bool = False
) -> Iterator[tuple[str, Location, bool]]:
    """Give every text below a value; `location` says where that is, `mine`: for the instructor."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value, location, mine
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from collected(each, (*location, index), mine=mine)
    elif isinstance(value, BaseModel):
        model = type(value)
        for name, each in value.__dict__.items():
            if each is not None:
                key = model.model_fields[name].alias or name
                yield from collected(
                    each, (*location, key), mine=mine or is_for_instructor(model, name)
                )
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from collected(each, (*location, key), mine=mine)


def _scales_used(loaded: LoadedWorkshop) -> dict[str, None]:
    parts = (*loaded.items.values(), loaded.workshop)
    return dict.fromkeys(name for part in parts for _, name in scales_named(part))
