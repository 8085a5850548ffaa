from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.definitions.scale import Scale

_WHOLE: Final = 100


class Column(Definition):
    """A column of a table."""

    title: Annotated[Line, Field(description="The heading of the column.")]
    width: Annotated[
        Annotated[Count, Field(ge=5, le=95)] | None, Field(description="Percent of the table.")
    ] = None


class TableBlock(BlockBase):
    """A table to fill in: rows with a printed first cell, then blank rows."""

    kind: Literal["table"]
    columns: Annotated[
        tuple[Column, ...],
        Field(min_length=2, max_length=7, description="The columns, from left to right."),
    ]
    rows: Annotated[
        tuple[Line, ...], Field(max_length=30, description="Printed in the first column.")
    ] = ()
    blank: Annotated[Count, Field(le=30, description="Empty rows.")] = 0
    height: Annotated[Count, Field(ge=8, le=60, description="Millimetres a row.")] = 12

    def flaws(self, scales: Mapping[str, Scale]) -> Iterator[Flaw]:
        """Say where it has no rows, or columns that do not fill its width."""
        yield from super().flaws(scales)
        if not self.rows and not self.blank:
            yield Flaw(
                "empty-table",
                f"The table `{self.id}` has no rows.",
                ("id",),
                "Write `blank: 4` for four empty ones.",
            )
        yield from column_flaws(self.id, self.columns)


def column_flaws(block: str, columns: tuple[Column, ...], beside: int = 0) -> Iterator[Flaw]:
    """Say where columns do not fill a table's width; `beside` is what another one needs of it."""
    widths = [column.width for column in columns if column.width is not None]
    whole = len(widths) == len(columns) and not beside
    if sum(widths) > _WHOLE - beside or (not whole and sum(widths) == _WHOLE):
        yield Flaw(
            "column-widths",
            f"The columns of the table `{block}` take {sum(widths)} percent of its width"
            + ("." if whole else ", and those without a width have no room."),
            ("columns",),
            f"Let the widths add up to {_WHOLE - beside}, and to less where a column has none."
            if not beside
            else f"Let the widths add up to {_WHOLE - beside} at most: the stages need the rest.",
        )
