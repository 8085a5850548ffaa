from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field

from kit.definitions.base import Count, Line
from kit.definitions.blocks.base import BlockBase
from kit.definitions.kind_of_help import KindOfHelp, WordsOrKind

if TYPE_CHECKING:
    from kit.definitions.vocabulary import Vocabulary


class MosaicGridBlock(BlockBase):
    """Roles down, seniority across: who is there, and who is missing."""

    names_people: ClassVar[bool] = True

    kind: Literal["mosaic-grid"]
    roles: Annotated[
        tuple[WordsOrKind, ...],
        Field(
            max_length=16,
            description="The roles, a row each: its words, or `id`, `title` and `sponsors`; those "
            "of the workshop's vocabulary when left out.",
        ),
    ] = ()
    seniority: Annotated[
        tuple[Line, ...],
        Field(min_length=2, max_length=4, description="The stages, one column each."),
    ] = (
        "Senior",
        "Peer",
        "Junior",
    )
    blank: Annotated[Count, Field(le=6, description="Empty rows.")] = 0
    height: Annotated[Count, Field(ge=8, le=60, description="Millimetres a row.")] = 14
    grid_height: Annotated[
        Annotated[Count, Field(ge=40, le=200)] | None,
        Field(description="Millimetres of all rows together, in place of `height` for each."),
    ] = None

    @property
    def wants_roles(self) -> bool:
        """Whether its rows come from the vocabulary."""
        return not self.roles

    def with_roles(self, vocabulary: Vocabulary) -> Self:
        """Take the roles of a vocabulary as rows where none are written here."""
        rows = tuple(
            KindOfHelp(id=role.id, title=role.title, sponsors=role.sponsors)
            for role in vocabulary.roles
        )
        return self.model_copy(update={"roles": rows}) if self.wants_roles else self
