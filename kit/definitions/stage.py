"""A stage of a relationship or a project: one stop on the way, with what one can do at its end."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kit.definitions.base import Definition, Id, Line


class Stage(Definition):
    """One stage. Their order in the list is that of the way."""

    id: Id
    title: Annotated[
        Line, Field(max_length=60, description="Its name, as the line of stages shows it.")
    ]
    happens: Annotated[Line, Field(description="What happens in it, in a sentence.")]
    can: Annotated[
        Line | None,
        Field(description="What one can do at its end; it goes on from “At its end, I can …”."),
    ] = None
