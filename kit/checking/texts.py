"""Every text of a workshop, with the place where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pydantic import BaseModel

from kit.definitions.blocks.rating_grid import RatingGridBlock
from kit.definitions.blocks.two_scale_grid import TwoScaleGridBlock
from kit.definitions.item import BeforeNowItem, ScaleItem
from kit.errors import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop

Location: TypeAlias = tuple[str | int, ...]
Kind: TypeAlias = Literal["scenario", "item", "scale"]


@dataclass(frozen=True)
class Text:
    """A text, and where: below the workshop, or below a shared thing of a kind and an id."""

    words: str
    location: Location
    shared: tuple[Kind, str] | None = None


def texts_of(loaded: LoadedWorkshop) -> Iterator[Text]:
    """Give every text that this workshop shows: its own, and those of what it shares."""
    workshop = loaded.workshop
    for location, words in _below(workshop, ()):
        yield Text(words, location)
    own = {scenario.id for scenario in workshop.scenarios.own} if workshop.scenarios else set()
    for name, scenario in loaded.scenarios.items():
        if name not in own:
            yield from _shared("scenario", name, scenario)
    follow_up = workshop.evaluation.follow_up
    for name in dict.fromkeys((*workshop.evaluation.core, *(follow_up.core if follow_up else ()))):
        if name in loaded.items:
            yield from _shared("item", name, loaded.items[name])
    for name in _scales_used(loaded):
        if name in loaded.scales:
            yield from _shared("scale", name, loaded.scales[name])


def place_of_words(loaded: LoadedWorkshop, text: Text, words: str) -> Place:
    """Give the place of some words within a text: their own line, not the first of the text."""
    start = (
        loaded.place_of(*text.shared, *text.location)
        if text.shared
        else loaded.place(*text.location)
    )
    source = next((each for each in loaded.sources if each.shown == start.file), None)
    if source is None or not start.line:
        return start
    lines = source.text.splitlines()
    # A text takes at most as many lines as it has words, and one for the sign of its style.
    last = start.line + len(text.words.split()) + text.words.count("\n") + 1
    for number, line in enumerate(lines[start.line - 1 : last], start=start.line):
        column = line.find(words, start.column - 1 if number == start.line else 0)
        if column >= 0:
            return Place(start.file, number, column + 1, line)
    return start


def _shared(kind: Kind, name: str, model: BaseModel) -> Iterator[Text]:
    for location, words in _below(model, ()):
        yield Text(words, location, (kind, name))


def _below(value: Any, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield at, value
    elif isinstance(value, BaseModel):
        fields = type(value).model_fields
        for name, each in value.__dict__.items():
            yield from _below(each, (*at, fields[name].alias or name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _below(each, (*at, key))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _below(each, (*at, index))


def _scales_used(loaded: LoadedWorkshop) -> dict[str, None]:
    names = [
        item.scale for item in loaded.items.values() if isinstance(item, ScaleItem | BeforeNowItem)
    ]
    for worksheet in loaded.workshop.worksheets:
        for block in worksheet.blocks:
            if isinstance(block, RatingGridBlock):
                names.append(block.scale)
            elif isinstance(block, TwoScaleGridBlock):
                names += [block.first.scale, block.second.scale]
    return dict.fromkeys(names)
