"""The people of a cohort, as a roster names them."""

from __future__ import annotations

from dataclasses import dataclass


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
    row: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """A cohort's participants in the order of their file, whose columns have these headings."""

    people: tuple[Participant, ...]
    headings: tuple[str, ...] = ()
