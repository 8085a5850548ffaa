"""What a participant will be able to do."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kit.definitions.base import Definition, Id, Lengths, Line


class Bloom(StrEnum):
    """The revised Bloom levels of the cognitive process, from lowest to highest."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYZE = "analyze"
    EVALUATE = "evaluate"
    CREATE = "create"


class Objective(Definition):
    """One objective: it is taught by an activity or the pre-work and measured by an item."""

    id: Id
    text: Annotated[
        Line,
        Field(description="Begins with a verb; completes “you will be able to …”; no full stop."),
    ]
    bloom: Annotated[Bloom, Field(description="Level in the revised Bloom taxonomy.")]
    lengths: Lengths = ()
