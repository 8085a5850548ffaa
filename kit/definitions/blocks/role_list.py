from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field

from kit.definitions.base import Definition, Line
from kit.definitions.blocks.base import BlockBase, Entry

if TYPE_CHECKING:
    from kit.definitions.vocabulary import Vocabulary


class ListedRole(Definition):
    """A role and what it does."""

    title: Annotated[Line, Field(description="Its name.")]
    does: Annotated[Line, Field(description="What such a person does for you.")]


class RoleListBlock(BlockBase):
    """The roles that a person can play for another, each with a sentence."""

    kind: Literal["role-list"]
    roles: Annotated[
        tuple[ListedRole, ...],
        Field(max_length=16, description="Those of the workshop's vocabulary when left out."),
    ] = ()

    @property
    def wants_roles(self) -> bool:
        """Whether its roles come from the vocabulary."""
        return not self.roles

    def with_roles(self, vocabulary: Vocabulary) -> Self:
        """Take the roles of a vocabulary where none are written here."""
        listed = tuple(ListedRole(title=each.title, does=each.does) for each in vocabulary.roles)
        return self.model_copy(update={"roles": listed}) if self.wants_roles else self

    @property
    def to_sort(self) -> tuple[Entry, ...]:
        """Each role and what such a person does, to be matched."""
        return tuple(Entry(role.title, role.does) for role in self.roles)
