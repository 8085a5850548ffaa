"""Nothing is written in vain: every worksheet and scenario comes into a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.words import listed
from kit.definitions.base import belongs_to, minutes_in
from kit.definitions.worksheet import Moment
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.worksheet import Worksheet
    from kit.definitions.workshop import Workshop
    from kit.reading.workshop import LoadedWorkshop


def usage(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Each worksheet of the session, and each scenario, is used by an activity or the pre-work."""
    used = {length: _used(loaded.workshop, length) for length in loaded.workshop.lengths}
    for worksheet in loaded.worksheets.values():
        if worksheet.moment is Moment.SESSION:
            yield from _worksheet(loaded, worksheet, used)
    yield from _scenarios(loaded, set().union(*used.values()))
    for index, material in enumerate(loaded.workshop.materials):
        sheet = loaded.worksheets.get(material.worksheet or "")
        outside = [
            length
            for length in material.lengths
            if sheet and not belongs_to(sheet.lengths, length) and length in used
        ]
        if sheet and outside:
            yield Problem(
                "material-without-worksheet",
                f"The worksheet `{sheet.id}` is no part of {listed(outside)}, where it is to be "
                "printed.",
                loaded.place("materials", index, "lengths"),
                "Let both name the same `lengths`.",
                Severity.WARNING,
            )


def _used(workshop: Workshop, length: str) -> set[str]:
    used = {
        name
        for activity in workshop.agenda
        if minutes_in(activity.minutes, length) is not None
        for name in activity.uses
    }
    if workshop.prework and belongs_to(workshop.prework.lengths, length):
        used.update(workshop.prework.uses)
    return used


def _worksheet(
    loaded: LoadedWorkshop, worksheet: Worksheet, used: dict[str, set[str]]
) -> Iterator[Problem]:
    lengths = [length for length in used if belongs_to(worksheet.lengths, length)]
    idle = [length for length in lengths if worksheet.id not in used[length]]
    if idle == lengths:
        yield Problem(
            "unused-worksheet",
            f"No activity uses the worksheet `{worksheet.id}`, so it is in no packet.",
            loaded.place_of("worksheet", worksheet.id, "id"),
            "Name it under the `uses` of an activity or of the pre-work, or write "
            "`moment: take-home`.",
            Severity.WARNING,
        )
    elif idle and worksheet.lengths:
        yield Problem(
            "unused-worksheet",
            f"The worksheet `{worksheet.id}` belongs to {listed(idle)}, but no activity uses it "
            "there.",
            loaded.place_of("worksheet", worksheet.id, "lengths"),
            "Take the length out of its `lengths`, or name it under the `uses` of an activity.",
            Severity.WARNING,
        )


def _scenarios(loaded: LoadedWorkshop, used: set[str]) -> Iterator[Problem]:
    choice = loaded.workshop.scenarios
    if choice is None:
        return
    named = [(name, ("use", at)) for at, name in enumerate(choice.use)]
    own = [(scenario.id, ("own", at, "id")) for at, scenario in enumerate(choice.own)]
    for name, location in (*named, *own):
        if name not in used:
            yield Problem(
                "unused-scenario",
                f"No activity uses the scenario `{name}`, so it is in no packet.",
                loaded.place("scenarios", *location),
                "Name it under the `uses` of an activity, or take it out here.",
                Severity.WARNING,
            )
