from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field

from kit.definitions.base import INSTRUCTOR, Count, Definition, Line
from kit.definitions.blocks.base import BlockBase, Entry

if TYPE_CHECKING:
    from kit.definitions.vocabulary import Vocabulary


class MatchLine(Definition):
    """What somebody did, and the role that it shows."""

    text: Annotated[Line, Field(description="What somebody did or said.")]
    answer: Annotated[Line, INSTRUCTOR, Field(description="The role, for the key in the guide.")]


class RoleMatchBlock(BlockBase):
    """Things that people did, each to be matched with a role; the guide has the key."""

    kind: Literal["role-match"]
    columns: Annotated[
        tuple[Line, Line], Field(description="The headings: what was done, and the role.")
    ] = ("What somebody did", "Role")
    lines: Annotated[
        tuple[MatchLine, ...],
        Field(max_length=12, description="Those of the workshop's vocabulary when left out."),
    ] = ()
    height: Annotated[Count, Field(ge=8, le=40, description="Millimetres a row.")] = 10

    @property
    def wants_roles(self) -> bool:
        """Whether its lines come from the vocabulary."""
        return not self.lines

    @property
    def wants_lines(self) -> bool:
        """Whether its lines come from the vocabulary."""
        return not self.lines

    def with_roles(self, vocabulary: Vocabulary) -> Self:
        """Take the lines of a vocabulary where none are written here."""
        if not self.wants_roles:
            return self
        titles = {role.id: role.title for role in vocabulary.roles}
        lines = tuple(
            MatchLine(
                text=line.text,
                answer=titles.get(line.role, line.role)
                + (f" ({titles.get(line.also, line.also)})" if line.also else ""),
            )
            for line in vocabulary.lines
        )
        return self.model_copy(update={"lines": lines})

    @property
    def answers(self) -> tuple[str, ...]:
        """Give the answers in the order of the lines, for the instructor."""
        return tuple(line.answer for line in self.lines)

    @property
    def to_sort(self) -> tuple[Entry, ...]:
        """What somebody did, line by line; the answers stay in the guide."""
        return tuple(Entry("", line.text) for line in self.lines)
