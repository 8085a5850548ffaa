"""In which file an id is meant: things of different kinds may have the same one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from kit.reading.contents import own_items, own_scenarios, own_worksheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop

OWN: Final = ""
"""Stands for the workshop's own file; shared files are named by the key of what they hold."""


def holders(loaded: LoadedWorkshop) -> dict[str, str]:
    """Say for every id of a workshop which file it is meant in.

    What the words of a cohort are about comes first: activities, objectives, worksheets and their
    blocks, scenarios, questions. Then rows of blocks, then scales, roles and works: a scale may
    have the name of a worksheet.
    """
    found: dict[str, str] = {}
    for name, holder in (*_main(loaded), *_others(loaded)):
        found.setdefault(name, holder)
    return found


def _main(loaded: LoadedWorkshop) -> Iterator[tuple[str, str]]:
    workshop = loaded.workshop
    own_sheets = [each for _, each in own_worksheets(workshop)]
    things: tuple[BaseModel, ...] = (
        *workshop.agenda,
        *workshop.objectives,
        *own_sheets,
        *(block for sheet in own_sheets for block in sheet.blocks),
        *(each for _, each in own_scenarios(workshop)),
        *(each for _, each in own_items(workshop)),
    )
    for thing in things:
        yield str(getattr(thing, "id", "")), OWN
    yield from ((name, "items") for name in loaded.items)
    yield from ((name, "scenarios") for name in loaded.scenarios)
    for name, sheet in loaded.worksheets.items():
        yield name, "worksheets"
        yield from ((block.id, "worksheets") for block in sheet.blocks)
    for name, document in loaded.documents.items():
        yield name, "documents"
        yield from ((block.id, "documents") for block in document.blocks)
    follow_up = workshop.evaluation.follow_up
    if follow_up and follow_up.use:
        yield follow_up.use, "follow_ups"


def _others(loaded: LoadedWorkshop) -> Iterator[tuple[str, str]]:
    for part, holder in (
        (loaded.workshop, OWN),
        (loaded.worksheets, "worksheets"),
        (loaded.documents, "documents"),
        (loaded.vocabularies, "vocabularies"),
        (loaded.scales, "scales"),
        (loaded.references, "references"),
    ):
        yield from ((name, holder) for name in _ids_below(part))


def _ids_below(part: object) -> Iterator[str]:
    if isinstance(part, BaseModel):
        name = getattr(part, "id", None)
        if isinstance(name, str):
            yield name
        for each in part.__dict__.values():
            yield from _ids_below(each)
    elif isinstance(part, tuple):
        for each in part:
            yield from _ids_below(each)
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from _ids_below(each)
