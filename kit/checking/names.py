"""What a definition names, exists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kit.checking.words import listed
from kit.definitions.activity import EVALUATION_FORM, PLACARDS
from kit.definitions.base import minutes_in, text_in
from kit.errors import Problem, Severity
from kit.reading.contents import own_items
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.checking.texts import Location
    from kit.definitions.activity import Activity
    from kit.definitions.workshop import Checkpoint, Workshop
    from kit.errors import Place
    from kit.reading.workshop import LoadedWorkshop


def names(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Objectives, worksheets, scenarios and lengths that are named anywhere are defined."""
    yield from _objectives(loaded)
    yield from _material(loaded)
    yield from _lengths(loaded)
    if checkpoint := loaded.workshop.checkpoint:
        known = [activity.id for activity in loaded.workshop.agenda]
        yield from _unknown(
            "activity", checkpoint.after, known, loaded.place("checkpoint", "after")
        )
        yield from _nowhere_to_look(loaded, checkpoint)


def _objectives(loaded: LoadedWorkshop) -> Iterator[Problem]:
    workshop = loaded.workshop
    known = [objective.id for objective in workshop.objectives]
    for index, activity in enumerate(workshop.agenda):
        for at, name in enumerate(activity.objectives):
            where = loaded.place("agenda", index, "objectives", at)
            yield from _unknown("objective", name, known, where)
    for at, name in enumerate(workshop.prework.objectives if workshop.prework else ()):
        yield from _unknown("objective", name, known, loaded.place("prework", "objectives", at))
    for item in loaded.items.values():
        if item.objective is not None:
            where = loaded.place_of("item", item.id, "objective")
            yield from _unknown("objective", item.objective, known, where)


def _material(loaded: LoadedWorkshop) -> Iterator[Problem]:
    workshop = loaded.workshop
    sheets = list(loaded.worksheets)
    special = [EVALUATION_FORM, *([PLACARDS] if workshop.roles else [])]
    for index, activity in enumerate(workshop.agenda):
        for at, name in enumerate(activity.uses):
            where = loaded.place("agenda", index, "uses", at)
            known = [*sheets, *loaded.scenarios, *special]
            yield from _unknown("worksheet or scenario", name, known, where)
    for at, name in enumerate(workshop.prework.uses if workshop.prework else ()):
        yield from _unknown("worksheet", name, sheets, loaded.place("prework", "uses", at))
    yield from _blocks(loaded)
    for index, material in enumerate(workshop.materials):
        if material.worksheet is not None:
            where = loaded.place("materials", index, "worksheet")
            yield from _unknown("worksheet", material.worksheet, sheets, where)


def _blocks(loaded: LoadedWorkshop) -> Iterator[Problem]:
    homes = {block.id: sheet.id for sheet in loaded.worksheets.values() for block in sheet.blocks}
    for sheet in loaded.worksheets.values():
        known = [block.id for block in sheet.blocks]
        for part in ("cards", "sort"):
            for at, name in enumerate(getattr(sheet, part)):
                where = loaded.place_of("worksheet", sheet.id, part, at)
                if name not in known and name in homes:
                    yield Problem(
                        "unknown-block",
                        f"The block `{name}` is not on this sheet, but on `{homes[name]}`.",
                        where,
                        f"Write `{part}:` at that sheet, or name a block of this one.",
                    )
                    continue
                yield from _unknown("block", name, known, where)
    for index, chart in enumerate(loaded.workshop.charts):
        if chart.block is not None:
            where = loaded.place("charts", index, "block")
            yield from _unknown("block", chart.block, list(homes), where)


def _lengths(loaded: LoadedWorkshop) -> Iterator[Problem]:
    known = list(loaded.workshop.lengths)
    for name in loaded.workshop.shared_worksheets:
        sheet = loaded.worksheets.get(name)
        for at, length in enumerate(sheet.lengths if sheet else ()):
            where = loaded.place_of("worksheet", name, "lengths", at)
            yield from _unknown("length", length, known, where)
    for name, location in _lengths_named(loaded.workshop):
        is_key = location[-1] == name
        yield from _unknown("length", name, known, loaded.source.place(location, key=is_key))


def _lengths_named(workshop: Workshop) -> Iterator[tuple[str, Location]]:
    for part in ("objectives", "worksheets", "materials", "charts"):
        for index, thing in enumerate(getattr(workshop, part)):
            yield from _listed(thing.lengths, (part, index, "lengths"))
    if workshop.prework:
        yield from _listed(workshop.prework.lengths, ("prework", "lengths"))
    for location, item in own_items(workshop):
        yield from _listed(item.lengths, (*location, "lengths"))
    for name in workshop.length_notes:
        yield name, ("length_notes", name)
    if workshop.checkpoint and isinstance(workshop.checkpoint.do, Mapping):
        yield from ((name, ("checkpoint", "do", name)) for name in workshop.checkpoint.do)
    for index, activity in enumerate(workshop.agenda):
        for by_length, location in _by_length(activity, ("agenda", index)):
            if isinstance(by_length, Mapping):
                yield from ((name, (*location, name)) for name in by_length)


def _by_length(activity: Activity, at: Location) -> Iterator[tuple[object, Location]]:
    """Give all of an activity that may be written by length."""
    side = activity.instructor
    yield activity.minutes, (*at, "minutes")
    yield activity.participants, (*at, "participants")
    for part in ("set_up", "say", "transition"):
        yield getattr(side, part), (*at, "instructor", part)
    for number, step in enumerate(side.steps):
        yield step.share, (*at, "instructor", "steps", number, "share")


def _nowhere_to_look(loaded: LoadedWorkshop, checkpoint: Checkpoint) -> Iterator[Problem]:
    """Tell of words for a length that has no such activity: its run of show leaves them out."""
    after = next((a for a in loaded.workshop.agenda if a.id == checkpoint.after), None)
    if after is None:
        return
    without = [
        length
        for length in loaded.workshop.lengths
        if text_in(checkpoint.do, length) and minutes_in(after.minutes, length) is None
    ]
    if without:
        yield Problem(
            "checkpoint-nowhere",
            f"The activity `{after.id}` is no part of {listed(without)}, so nobody is told to look "
            "at the clock there.",
            loaded.place("checkpoint", "after"),
            "Name an activity that all lengths have.",
            Severity.WARNING,
        )


def _listed(lengths: tuple[str, ...], location: Location) -> Iterator[tuple[str, Location]]:
    yield from ((name, (*location, at)) for at, name in enumerate(lengths))


def _unknown(what: str, name: str, known: Iterable[str], where: Place) -> Iterator[Problem]:
    if name not in known:
        yield Problem(
            f"unknown-{what.split(maxsplit=1)[0]}" if " " not in what else "unknown-material",
            f"There is no {what} `{name}` in this workshop.",
            where,
            did_you_mean(name, known, "This workshop defines none."),
        )
