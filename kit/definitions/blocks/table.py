from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Line
from kit.definitions.blocks.base import BlockBase


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
