"""Who must not share a table, and which people can only sit among themselves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, TypeAlias

from kit.errors import Problem
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.definitions.roster import Attribute, Participant
    from kit.errors import Place


Places: TypeAlias = "tuple[Place | None, Place | None]"


@dataclass(frozen=True)
class ApartPeople:
    """Two people who never share a table, by name or e-mail address.

    `places` say where the two stand in the cohort's file.
    """

    one: str
    other: str
    places: Places = (None, None)


@dataclass(frozen=True)
class ApartValues:
    """People of one value who never share a table with people of another: `chief` and `intern`.

    Without values: nobody shares a table with somebody of another value. Who has no value may sit
    with anyone.
    """

    by: Attribute
    one: str = ""
    other: str = ""
    places: Places = (None, None)

    @property
    def is_half(self) -> bool:
        """Say whether one of the two values is left out: then it is about nobody."""
        return bool(self.one) != bool(self.other)


Apart = ApartPeople | ApartValues
Conflicts = tuple[frozenset[int], ...]
"""For each person those who must sit elsewhere, by index."""


def conflicts_of(
    people: Sequence[Participant], wishes: Sequence[Apart]
) -> tuple[Conflicts, tuple[Problem, ...]]:
    """Find out who must sit apart from whom; a wish about nobody is a problem.

    A wish with one side alone is told where cohorts are checked, and comes to nothing here.
    """
    apart: list[set[int]] = [set() for _ in people]
    problems: list[Problem] = []
    named = _by_name(people)
    for wish in wishes:
        if isinstance(wish, ApartPeople):
            names = [name.strip().casefold() for name in (wish.one, wish.other)]
            sides = [named.get(name, []) if name else [] for name in names]
            known = [person.name for person in people]
            problems += [
                Problem(
                    "unknown-person",
                    f"Nobody on the roster is named “{name}”, who should sit apart.",
                    where,
                    did_you_mean(name, known),
                )
                for name, side, where in zip(
                    (wish.one, wish.other), sides, wish.places, strict=True
                )
                if name.strip() and not side
            ]
            pairs: Iterator[tuple[int, int]] = product(*sides)  # type: ignore[assignment]
        else:
            pairs, problem = _of_values(people, wish)
            problems += problem
        for one, other in pairs:
            if one != other:
                apart[one].add(other)
                apart[other].add(one)
    return tuple(frozenset(each) for each in apart), tuple(problems)


def islands(conflicts: Conflicts) -> list[list[int]]:
    """Divide people into those who may share tables, directly or by way of others.

    People of two islands never can, so each island is seated for itself.
    """
    left, found = set(range(len(conflicts))), []
    while left:
        island, reached = [], [min(left)]
        left -= set(reached)
        while reached:
            person = reached.pop()
            island.append(person)
            new = left - conflicts[person]
            left -= new
            reached += new
        found.append(sorted(island))
    return found


def _by_name(people: Sequence[Participant]) -> dict[str, list[int]]:
    """Find people by what they may be called: their names and addresses, in small letters."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        for name in {person.name.casefold(), person.email.casefold()}:
            found[name].append(at)
    return found


def _of_values(
    people: Sequence[Participant], wish: ApartValues
) -> tuple[Iterator[tuple[int, int]], list[Problem]]:
    having: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        if value := wish.by.of(person):
            having[value].append(at)
    if wish.is_half:
        return iter(()), []
    if not wish.one:
        sides = combinations(having.values(), 2)
        return (pair for one, other in sides for pair in product(one, other)), []
    wanted = [each.strip().casefold() for each in (wish.one, wish.other)]
    problems = [
        Problem(
            "unknown-value",
            f"Nobody on the roster has the {wish.by} “{name}”, which should sit apart.",
            where,
            did_you_mean(name, having, f"The roster names no {wish.by}."),
        )
        for name, where in zip(wanted, wish.places, strict=True)
        if name not in having
    ]
    one, other = (having.get(name, []) for name in wanted)
    return ((a, b) for a, b in product(one, other)), problems
