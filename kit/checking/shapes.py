"""Figures and grids that fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.blocks.table import TableBlock
from kit.definitions.blocks.two_scale_grid import TwoScaleGridBlock
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.checking.texts import Location
    from kit.reading.workshop import LoadedWorkshop

_WHOLE = 100


def shapes(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Group sizes rise, a series holds its parts, tables are whole, gaps can be reckoned."""
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
    for index, worksheet in enumerate(workshop.worksheets):
        for at, block in enumerate(worksheet.blocks):
            where = ("worksheets", index, "blocks", at)
            if isinstance(block, TableBlock):
                yield from _table(loaded, block, where)
            elif isinstance(block, TwoScaleGridBlock):
                yield from _gap(loaded, block, where)


def _table(loaded: LoadedWorkshop, block: TableBlock, where: Location) -> Iterator[Problem]:
    if not block.rows and not block.blank:
        yield Problem(
            "empty-table",
            f"The table `{block.id}` has no rows.",
            loaded.place(*where, "id"),
            "Write `blank: 4` for four empty ones.",
        )
    widths = [column.width for column in block.columns if column.width is not None]
    whole = len(widths) == len(block.columns)
    if sum(widths) > _WHOLE or (not whole and sum(widths) == _WHOLE):
        yield Problem(
            "column-widths",
            f"The columns of the table `{block.id}` take {sum(widths)} percent of its width"
            + ("." if whole else ", and those without a width have no room."),
            loaded.place(*where, "columns"),
            "Let the widths add up to 100, and to less where a column has none.",
        )


def _gap(loaded: LoadedWorkshop, block: TwoScaleGridBlock, where: Location) -> Iterator[Problem]:
    first = loaded.scales.get(block.first.scale)
    second = loaded.scales.get(block.second.scale)
    if block.gap and first and second and len(first.labels) != len(second.labels):
        yield Problem(
            "gap-of-unlike-scales",
            f"The block `{block.id}` asks for a difference, but `{first.id}` has "
            f"{len(first.labels)} steps and `{second.id}` {len(second.labels)}.",
            loaded.place(*where, "second", "scale"),
            "Take scales with as many steps as each other, or write `gap: null`.",
        )
