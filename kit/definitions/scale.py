"""Answer scales, shared by worksheets and evaluation items."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kit.definitions.base import Definition, Id, Line


class Scale(Definition):
    """An ordered answer scale: the first label is worth 1, the next 2, and so on."""

    id: Id
    labels: Annotated[
        tuple[Line, ...],
        Field(min_length=2, max_length=11, description="From lowest to highest."),
    ]
    not_applicable: Annotated[
        Line | None,
        Field(description="Label of the answer that counts as none (for example “N/A”)."),
    ] = None
