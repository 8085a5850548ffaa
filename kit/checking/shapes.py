"""Figures and grids that fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.worksheet import Worksheet
    from kit.reading.workshop import LoadedWorkshop


def shapes(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Group sizes rise, a series holds its parts, charts and blocks have no flaws of their own."""
    workshop = loaded.workshop
    group = workshop.group
    if not group.smallest <= group.ideal <= group.largest:
        yield Problem(
            "group-sizes",
            f"The group sizes do not rise: {group.smallest}, {group.ideal}, {group.largest}.",
            loaded.place("group"),
            "`smallest` is the least, `largest` the most, and `ideal` lies between.",
        )
    if workshop.series and workshop.series.number > workshop.series.of:
        yield Problem(
            "series-number",
            f"This is workshop {workshop.series.number} of a series of {workshop.series.of}.",
            loaded.place("series", "number"),
            "Correct `number` or `of`.",
        )
    if workshop.length_notes and len(workshop.lengths) > 1:
        for length in workshop.lengths:
            if length not in workshop.length_notes:
                yield Problem(
                    "no-length-note",
                    f"`length_notes` says nothing about the length `{length}`.",
                    loaded.place("length_notes"),
                    "Say what it gains and gives up beside the others.",
                    Severity.WARNING,
                )
    yield from _charts(loaded)
    yield from _messages(loaded)
    for worksheet in loaded.worksheets.values():
        for at, block in enumerate(worksheet.blocks):
            for flaw in block.flaws(loaded.scales):
                where = loaded.place_of("worksheet", worksheet.id, "blocks", at, *flaw.at)
                yield Problem(flaw.code, flaw.message, where, flaw.hint)
        yield from _nothing_to_sort(loaded, worksheet)


def _messages(loaded: LoadedWorkshop) -> Iterator[Problem]:
    for index, stage in enumerate(loaded.workshop.preparation):
        for field, number in (("invitation", stage.invitation), ("follow_up", stage.follow_up)):
            if number and not stage.quoted(number):
                yield Problem(
                    "no-message-quoted",
                    f"Task {number} of “{stage.when}” quotes no message.",
                    loaded.place("preparation", index, field),
                    "Write the number of the task with the words, each line of them behind `>`.",
                )


def _charts(loaded: LoadedWorkshop) -> Iterator[Problem]:
    for index, chart in enumerate(loaded.workshop.charts):
        if chart.is_empty:
            yield Problem(
                "empty-chart",
                f"The flip chart page `{chart.id}` has a title and nothing else.",
                loaded.place("charts", index, "id"),
                "Write its `lines` or a `text`, or name a `block` of a worksheet to draw on it.",
            )


def _nothing_to_sort(loaded: LoadedWorkshop, worksheet: Worksheet) -> Iterator[Problem]:
    blocks = {block.id: block for block in worksheet.blocks}
    for at, name in enumerate(worksheet.sort):
        block = blocks.get(name)
        if name in worksheet.sort[:at]:
            yield Problem(
                "named-twice",
                f"The block `{name}` stands here already, and its cards would be printed twice.",
                loaded.place_of("worksheet", worksheet.id, "sort", at),
                "Take one of the two out.",
                Severity.WARNING,
            )
            continue
        # Lines and roles that come from a vocabulary are there once one is chosen.
        if block is not None and not block.to_sort and not block.wants_roles:
            yield Problem(
                "nothing-to-sort",
                f"The block `{name}` has no entries that could be printed as cards.",
                loaded.place_of("worksheet", worksheet.id, "sort", at),
                "Cards are made of the items of a list, of what there is to tick, and of roles.",
            )
