"""Whom people can turn to at this place, and in which order something goes up."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from kit.definitions.base import Definition, Id, Line


class Contact(Definition):
    """An office or a person to turn to when something goes beyond mentoring."""

    id: Annotated[
        Id | None, Field(description="Needed only where a step of `escalation` names it.")
    ] = None
    role: Annotated[Line, Field(description="What they are: “Ombuds office”.")]
    purpose: Annotated[
        Line,
        Field(alias="for", description="What to turn to them for: “a conflict with a mentor”."),
    ]
    name: Annotated[
        Line | None, Field(description="Who answers. It is printed, so ask them first.")
    ] = None
    phone: Annotated[
        Line | None, Field(description="A number, as people dial it: “555-0142, day and night”.")
    ] = None
    email: Annotated[Line | None, Field(description="One address.")] = None
    place: Annotated[Line | None, Field(description="Where they are found.")] = None
    hours: Annotated[Line | None, Field(description="When somebody is there.")] = None
    confidential: Annotated[
        StrictBool | None,
        Field(
            description="true: what they hear stays with them, within the rules; false: they "
            "have to report it. If you do not know, ask them; until then leave it out."
        ),
    ] = None
    for_instructor: Annotated[
        StrictBool, Field(description="true: in the instructor guide only, not for participants.")
    ] = False

    @property
    def reached(self) -> str | None:
        """The first way to reach them: telephone, e-mail, place."""
        return self.phone or self.email or self.place


class EscalationStep(Definition):
    """A step on the way up, in the order in which they are taken; for the instructor."""

    do: Annotated[Line, Field(description="What to do, and in which case.")]
    to: Annotated[Id | None, Field(description="The `id` of the contact to turn to.")] = None
