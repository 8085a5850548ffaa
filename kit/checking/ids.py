"""One id, one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity
from kit.reading.contents import own_items, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.checking.texts import Location
    from kit.definitions.worksheet import Worksheet
    from kit.definitions.workshop import Workshop
    from kit.errors import Place
    from kit.reading.workshop import LoadedWorkshop


_SEVERAL = {
    "objective": "objectives",
    "activity": "activities",
    "worksheet": "worksheets",
    "block": "blocks",
    "scenario": "scenarios",
    "item": "items",
    "flip chart page": "flip chart pages",
    "stage": "stages",
}

_LISTS_OF = {
    "objective": "objectives",
    "activity": "agenda",
    "flip chart page": "charts",
    "stage": "stages",
}


def ids(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Every id is unique in its workshop, a row's in its block; no list names a thing twice."""
    known: dict[str, str] = {}
    for what, name, place in _things(loaded):
        if name in known:
            both = f"two {_SEVERAL[what]}" if known[name] == what else f"{known[name]} and {what}"
            yield Problem(
                "duplicate-id",
                f"The id `{name}` is given twice in this workshop ({both}).",
                place,
                "Give one of them another id. Whatever names it must then name the new one.",
            )
        known.setdefault(name, what)
    yield from _rows(loaded)
    yield from _diary(loaded)
    for names, location in _lists(loaded.workshop):
        for index, name in enumerate(names):
            if name in names[:index]:
                yield Problem(
                    "named-twice",
                    f"`{name}` is named twice in this list.",
                    loaded.place(*location, index),
                    "Take one of them out.",
                    Severity.WARNING,
                )


def _things(loaded: LoadedWorkshop) -> Iterator[tuple[str, str, Place]]:
    workshop = loaded.workshop
    for what, key in _LISTS_OF.items():
        for index, thing in enumerate(getattr(workshop, key)):
            yield what, thing.id, loaded.place(key, index, "id")
    for index, worksheet in enumerate(workshop.worksheets):
        yield "worksheet", worksheet.id, loaded.place("worksheets", index, "id")
        yield from _blocks(loaded, worksheet)
    for index, name in _first_of_each(workshop.shared_worksheets):
        yield "worksheet", name, loaded.place("shared_worksheets", index)
        yield from _blocks(loaded, loaded.worksheets.get(name))
    if workshop.scenarios:
        for index, name in _first_of_each(workshop.scenarios.use):
            yield "scenario", name, loaded.place("scenarios", "use", index)
        for index, scenario in enumerate(workshop.scenarios.own):
            yield "scenario", scenario.id, loaded.place("scenarios", "own", index, "id")
    for name, location in _items(workshop):
        yield "item", name, loaded.place(*location)


def _blocks(
    loaded: LoadedWorkshop, worksheet: Worksheet | None
) -> Iterator[tuple[str, str, Place]]:
    if worksheet is None:  # it is not in the shared file, which is told there
        return
    for at, block in enumerate(worksheet.blocks):
        yield "block", block.id, loaded.place_of("worksheet", worksheet.id, "blocks", at, "id")


def _items(workshop: Workshop) -> Iterator[tuple[str, Location]]:
    form = workshop.evaluation
    for index, name in _first_of_each(form.core):
        yield name, ("evaluation", "core", index)
    # The same shared item may be asked again months later: that is what it is for.
    for index, name in _first_of_each(form.follow_up.core if form.follow_up else ()):
        if name not in form.core:
            yield name, ("evaluation", "follow_up", "core", index)
    for location, item in own_items(workshop):
        yield item.id, (*location, "id")


def _rows(loaded: LoadedWorkshop) -> Iterator[Problem]:
    for worksheet in loaded.worksheets.values():
        for at, block in enumerate(worksheet.blocks):
            seen: set[str] = set()
            for location, row in rows_of(block, ("blocks", at)):
                if row.id in seen:
                    yield Problem(
                        "duplicate-id",
                        f"The id `{row.id}` is given to two rows of the block `{block.id}`.",
                        loaded.place_of("worksheet", worksheet.id, *location, "id"),
                        "Give one of them another id.",
                    )
                seen.add(row.id)


def _diary(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """What a diary is saved under is unique in it, as the rows of a block are in theirs."""
    diary = loaded.workshop.diary
    if diary is None:
        return
    for part, things in (("rings", diary.rings), ("prompts", diary.prompts)):
        names = [each.id for each in things]
        for index, name in enumerate(names):
            if name in names[:index]:
                yield Problem(
                    "duplicate-id",
                    f"The id `{name}` is given to two {part} of the diary.",
                    loaded.place("diary", part, index, "id"),
                    "Give one of them another id.",
                )


def _lists(workshop: Workshop) -> Iterator[tuple[tuple[str, ...], Location]]:
    for index, activity in enumerate(workshop.agenda):
        yield activity.objectives, ("agenda", index, "objectives")
        yield activity.uses, ("agenda", index, "uses")
        yield activity.grouping, ("agenda", index, "grouping")
    if workshop.prework:
        yield workshop.prework.objectives, ("prework", "objectives")
        yield workshop.prework.uses, ("prework", "uses")
    if workshop.scenarios:
        yield workshop.scenarios.use, ("scenarios", "use")
    yield workshop.evaluation.core, ("evaluation", "core")
    if workshop.evaluation.follow_up:
        yield workshop.evaluation.follow_up.core, ("evaluation", "follow_up", "core")
    yield workshop.references, ("references",)
    yield workshop.reading, ("reading",)


def _first_of_each(names: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for index, name in enumerate(names):
        if name not in names[:index]:
            yield index, name
