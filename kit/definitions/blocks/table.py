from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import Field, StrictBool

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.definitions.scale import Scale
    from kit.definitions.stage import Stage

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
    stages: Annotated[
        StrictBool,
        Field(description="true: the stages of the workshop have a row each, before the others."),
    ] = False
    blank: Annotated[Count, Field(le=30, description="Empty rows.")] = 0
    height: Annotated[Count, Field(ge=8, le=60, description="Millimetres a row.")] = 12

    def flaws(self, scales: Mapping[str, Scale]) -> Iterator[Flaw]:
        """Say where it has no rows, or columns that do not fill its width."""
        yield from super().flaws(scales)
        if not (self.rows or self.blank or self.stages):
            yield Flaw(
                "empty-table",
                f"The table `{self.id}` has no rows.",
                ("id",),
                "Write `blank: 4` for four empty ones.",
            )
        yield from column_flaws(self.id, self.columns)

    @property
    def wants_stages(self) -> bool:
        """Whether it has a row for each stage of the workshop."""
        return self.stages

    def with_stages(self, stages: tuple[Stage, ...]) -> Self:
        """Take the stages of the workshop as its first rows."""
        if not self.wants_stages:
            return self
        rows = (*(each.title for each in stages), *self.rows)
        return self.model_copy(update={"rows": rows, "stages": False})


def column_flaws(block: str, columns: tuple[Column, ...], beside: int = 0) -> Iterator[Flaw]:
    """Say where columns do not fill a table's width; `beside` is what another one needs of it."""
    widths = [column.width for column in columns if column.width is not None]
    room = _WHOLE - beside
    if beside:
        rest, hint = "the first one", f"Let the widths add up to {room} at most."
    elif len(widths) < len(columns):
        rest = "those without a width"
        hint = f"Let the widths add up to {room}, and to less where a column has none."
    else:
        rest, hint = "", f"Let the widths add up to {room}."
    if sum(widths) > room or (rest and sum(widths) == _WHOLE):
        yield Flaw(
            "column-widths",
            f"The columns of the table `{block}` take {sum(widths)} percent of its width"
            + (f", which leaves no room for {rest}." if rest else "."),
            ("columns",),
            hint,
        )
