"""Figures and grids that fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop


def shapes(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Group sizes rise, a series holds its parts, blocks have no flaws of their own."""
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
    for worksheet in loaded.worksheets.values():
        for at, block in enumerate(worksheet.blocks):
            for flaw in block.flaws(loaded.scales):
                where = loaded.place_of("worksheet", worksheet.id, "blocks", at, *flaw.at)
                yield Problem(flaw.code, flaw.message, where, flaw.hint)
