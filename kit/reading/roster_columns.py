"""The columns of a roster by the many names that people give them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from kit.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Column(StrEnum):
    """What a column of a roster may hold."""

    NAME = "name"
    GIVEN = "first name"
    MIDDLE = "middle name"
    FAMILY = "last name"
    EMAIL = "e-mail address"
    ROLE = "role"
    GROUP = "group"
    SENIORITY = "seniority"
    PRONOUNS = "pronouns"
    LARGE_PRINT = "large print"
    SENIOR_MENTOR = "senior mentor"
    PEER_MENTOR = "peer mentor"


_SYNONYMS: Mapping[Column, str] = {
    Column.NAME: "name, full name, participant, participant name, participants, attendee, "
    "attendee name, learner, learner name, student, student name, trainee, trainee name, "
    "resident name, faculty name, person, your name, display name, preferred name, names, "
    "name of participant, nombre completo, nombre y apellidos, participante",
    Column.GIVEN: "first name, given name, forename, first, given, first names, given names, "
    "preferred first name, nombre, nombres",
    Column.MIDDLE: "middle name, middle, middle initial, middle names",
    Column.FAMILY: "last name, family name, surname, last, family, last names, surnames, apellido, "
    "apellidos",
    Column.EMAIL: "email, e-mail, email address, mail, work email, contact email, user email, "
    "institutional email, correo, correo electronico",
    Column.ROLE: "role, position, title, job title, job, post, designation, profession, rol, cargo",
    Column.GROUP: "group, table, team, table number, table no, group number, group name, "
    "small group, cohort group, table assignment, grupo, mesa, equipo",
    Column.SENIORITY: "seniority, pgy, pgy level, pgy year, postgraduate year, year, level, rank, "
    "academic rank, grade, stage, training level, training year, year of training, "
    "career stage, training stage, nivel, rango, antiguedad",
    Column.PRONOUNS: "pronouns, pronoun, preferred pronouns, my pronouns, pronombres",
    Column.LARGE_PRINT: "large print, large type, large font, large text, largeprint needed, "
    "needs large print, big print, accessibility, accessibility needs, access needs, "
    "letra grande",
    Column.SENIOR_MENTOR: "senior mentor, senior mentor name, mentor, mentor name, faculty mentor, "
    "mentor senior",
    Column.PEER_MENTOR: "peer mentor, peer mentor name, near peer mentor, mentor par, "
    "mentor de pares",
}


def key_of(header: str) -> str:
    """Reduce a heading to its letters and figures: `“E-mail address:”` is `emailaddress`."""
    parts = normalize("NFKD", header).casefold()
    return "".join(each for each in parts if each.isalnum() and not combining(each))


_MEANINGS: Mapping[str, tuple[int, Column]] = {
    key_of(synonym): (rank, column)
    for column, synonyms in _SYNONYMS.items()
    for rank, synonym in enumerate(synonyms.split(", "))
}
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|:.*$", re.DOTALL)


def meaning_of(header: str) -> tuple[int, Column] | None:
    """Say what a heading stands for, with its rank among its synonyms; None for one not ours."""
    if found := _MEANINGS.get(key_of(header)):
        return found
    return _MEANINGS.get(key_of(_ASIDE.sub("", header)))


@dataclass(frozen=True)
class Columns:
    """Where a roster holds what.

    `unused` are columns that mean the same as one that is used, by its heading; `near` are
    headings that are a slip away from one that is known, with what was probably meant.
    """

    at: Mapping[Column, int]
    headings: tuple[str, ...]
    unused: tuple[tuple[str, str], ...] = ()
    near: tuple[tuple[str, str], ...] = ()

    @property
    def has_names(self) -> bool:
        """Whether there is a column to take names from."""
        return bool(self.at.keys() & {Column.NAME, Column.GIVEN, Column.FAMILY})


def columns_of(headings: Sequence[str]) -> Columns:
    """Find out what the columns of a roster hold from their headings.

    Of several that mean the same, the plainest word wins, then the first. A `Name` beside a
    first name, with no last name, is the last name.
    """
    found: dict[Column, list[tuple[int, int]]] = defaultdict(list)
    near = []
    for at, heading in enumerate(headings):
        if meaning := meaning_of(heading):
            found[meaning[1]].append((meaning[0], at))
        elif slip := nearest(key_of(heading), [key for key in _MEANINGS if len(key) > 3]):  # noqa: PLR2004 - of very short words, all are near
            near.append((heading, _MEANINGS[slip][1].value))
    if Column.GIVEN in found and Column.FAMILY not in found and Column.NAME in found:
        found[Column.FAMILY] = found.pop(Column.NAME)
    at_column, unused = {}, []
    for column, places in found.items():
        first, *others = sorted(places)
        at_column[column] = first[1]
        unused += [(headings[at], headings[first[1]]) for _, at in others]
    return Columns(at_column, tuple(headings), tuple(unused), tuple(near))
