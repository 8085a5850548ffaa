"""Fictional cases for discussion and role play."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from kit.definitions.base import (
    INSTRUCTOR,
    READ_ONLY,
    VERBATIM,
    Definition,
    Id,
    Line,
    Minutes,
    Prose,
)


class ScenarioNotes(Definition):
    """What the instructor knows about a case and participants do not."""

    listen_for: Annotated[
        tuple[Prose, ...], Field(min_length=1, description="What good and weak answers sound like.")
    ]
    twist: Annotated[
        Prose | None, Field(description="A turn to add when a table is done early.")
    ] = None
    refer_on: Annotated[
        Prose | None, Field(description="When the case is no longer a mentoring problem, and who.")
    ] = None
    tip: Annotated[Prose | None, Field(description="Advice on leading this discussion.")] = None


class Scenario(Definition):
    """A fictional case with one wording for each audience."""

    id: Id
    title: Line
    themes: Annotated[
        tuple[Line, ...], VERBATIM, Field(min_length=1, description="What it is about.")
    ]
    minutes: Annotated[Minutes, Field(description="What a table needs for it.")] = 15
    role: Annotated[
        Line | None, Field(description="Who the reader is in the case; “you” when left out.")
    ] = None
    versions: Annotated[
        Mapping[Id, Prose],
        READ_ONLY,
        Field(min_length=1, description="The premise in the words of each audience."),
    ]
    questions: Annotated[
        tuple[Prose, ...],
        Field(min_length=1, max_length=6, description="What the table discusses."),
    ]
    instructor: Annotated[ScenarioNotes, INSTRUCTOR]


class ScenarioChoice(Definition):
    """Which scenarios a workshop takes from a shared file, and those of its own."""

    source: Annotated[
        Line,
        VERBATIM,
        Field(alias="from", description="A file of scenarios, beside the workshops."),
    ] = "shared/scenarios.yaml"
    use: Annotated[tuple[Id, ...], Field(description="Ids, in the order of the packet.")] = ()
    own: Annotated[tuple[Scenario, ...], Field(description="Cases written here.")] = ()
