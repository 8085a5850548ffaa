"""A vocabulary of roles: one list of who helps whom, and how, from which a workshop takes one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from kit.definitions.base import INSTRUCTOR, READ_ONLY, VERBATIM, Definition, Id, Line, Name, Prose


class Role(Definition):
    """One role that people play for somebody."""

    id: Id
    title: Annotated[
        Line, Field(max_length=40, description="Its name, as a row of the mosaic shows it.")
    ]
    does: Annotated[
        Line, Field(max_length=160, description="What such a person does for you, in a sentence.")
    ]
    placard: Annotated[
        Prose | None, Field(max_length=400, description="More words for its placard on the wall.")
    ] = None
    where: Annotated[
        Line | None, INSTRUCTOR, Field(description="Where such people can be found; for the guide.")
    ] = None
    sponsors: Annotated[
        bool,
        Field(
            strict=True,
            description="Whether such people speak for one in one’s absence, which other lists "
            "call a sponsor; the network map on the screen names first that there is none. Where "
            "no role of the list is marked, one that is called a sponsor is taken.",
        ),
    ] = False


class RoleLine(Definition):
    """Something that somebody did, to be matched with a role."""

    text: Annotated[Line, Field(description="What was done or said, in a sentence.")]
    role: Annotated[Id, INSTRUCTOR, Field(description="Id of the role that it shows.")]
    also: Annotated[
        Id | None, INSTRUCTOR, Field(description="Id of another role that could be argued.")
    ] = None


class Vocabulary(Definition):
    """A list of roles with the words that the workshop's texts need of it.

    A session takes one vocabulary and keeps to it: the same word means different things in
    different lists.
    """

    id: Id
    title: Annotated[Line, Field(description="What the list is called: “Twelve roles”.")]
    source: Annotated[
        Prose | None,
        INSTRUCTOR,
        Field(description="Where its words come from, with citations; yours, if left out."),
    ] = None
    roles: Annotated[
        tuple[Role, ...], Field(min_length=2, max_length=16, description="The roles, in order.")
    ]
    lines: Annotated[
        tuple[RoleLine, ...],
        Field(max_length=12, description="For the sheet on which people tell roles apart."),
    ] = ()
    terms: Annotated[
        Mapping[Name, Prose],
        READ_ONLY,
        Field(
            description="Words for {{ name }} in the workshop’s texts, as this list needs them. "
            "Where one is left out, the workshop’s words for any list stand."
        ),
    ] = Field(default_factory=dict)
    instructor_terms: Annotated[
        Mapping[Name, Prose],
        READ_ONLY,
        INSTRUCTOR,
        Field(description="The same for texts that participants never see."),
    ] = Field(default_factory=dict)

    @property
    def all_terms(self) -> dict[str, str]:
        """Words for everyone and for the instructor, by name."""
        return {**self.terms, **self.instructor_terms}


class VocabularyChoice(Definition):
    """From which vocabularies a workshop can be made."""

    source: Annotated[
        Line,
        VERBATIM,
        Field(alias="from", description="A file of vocabularies, beside the workshops."),
    ] = "shared/roles.yaml"
    use: Annotated[
        tuple[Id, ...],
        Field(
            min_length=1,
            description="Ids; the first is the default, one is used at a time. A cohort can choose "
            "any other of the file.",
        ),
    ]
    terms: Annotated[
        Mapping[Name, Prose],
        READ_ONLY,
        Field(description="Words for {{ name }} where the list of roles has none of its own."),
    ] = Field(default_factory=dict)
    instructor_terms: Annotated[
        Mapping[Name, Prose],
        READ_ONLY,
        INSTRUCTOR,
        Field(description="The same for texts that participants never see."),
    ] = Field(default_factory=dict)
