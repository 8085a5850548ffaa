"""The people of a cohort, as a roster names them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Participant:
    """One person who attends. What the roster leaves out is empty; `row` is their line in it."""

    name: str
    email: str = ""
    role: str = ""
    group: str = ""
    seniority: str = ""
    pronouns: str = ""
    large_print: bool = False
    senior_mentor: str = ""
    peer_mentor: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """A cohort's participants in the order of their file, whose columns have these headings."""

    people: tuple[Participant, ...]
    headings: tuple[str, ...] = ()


class Attribute(StrEnum):
    """What of a person on the roster tables can be made by."""

    ROLE = "role"
    SENIORITY = "seniority"

    def of(self, person: Participant) -> str:
        """Give a participant's value, whatever its capitals."""
        return str(getattr(person, self.value)).casefold()
