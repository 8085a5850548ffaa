"""Which problems of what can be read of a file are there whatever the rest of it is."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from kit.reading.sound_part import NO_ID, STAND_IN, UNSURE
from kit.reading.standing import standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kit.errors import Problem
    from kit.reading.path import Location
    from kit.reading.yaml_source import Source

_NAMED: Final = re.compile(r"`([^`]+)`")
_MEANT: Final = re.compile(r"Did you mean `([^`]+)`")
_ALIKE: Final = 0.85
"""From which likeness on a name is a slip of another."""


def certain(
    problems: Iterable[Problem],
    source: Source,
    gone: Collection[Location],
    names: Collection[str],
    bearing: Mapping[str, tuple[str, ...]],
) -> Iterator[Problem]:
    """Leave out the problems that may come only from what is gone of a file.

    `names` are the ids that stood in it; `bearing` says what each rule goes by.
    """
    for problem in problems:
        # What is named may be what only stands in among those that there are.
        stands_in = STAND_IN in problem.message or STAND_IN in problem.hint
        if stands_in or not set(names).isdisjoint(_NAMED.findall(problem.message)):
            continue
        if _is_a_slip(problem):
            yield problem
            continue
        at = standing(source, problem.where)
        if any({UNSURE, NO_ID}.isdisjoint(each) and at[: len(each)] == each for each in gone):
            continue
        needed = _needed(problem, at, bearing)
        if not any(_bears(need, each, at) for need in needed for each in gone):
            yield problem


def _needed(
    problem: Problem, at: Location, bearing: Mapping[str, tuple[str, ...]]
) -> tuple[Location, ...]:
    if problem.code in bearing:
        return tuple(tuple(each.split(".")) for each in bearing[problem.code])
    # What stands by itself at the top of a file goes by itself.
    return (at if len(at) == 1 else at[:-1] or ("*",),)


def _is_a_slip(problem: Problem) -> bool:
    """Say whether a name that nothing has is so like a known one that this must be meant.

    Of names that are counted, each is like the others.
    """
    named, meant = _NAMED.search(problem.message), _MEANT.match(problem.hint)
    if named is None or meant is None or not problem.code.startswith("unknown-"):
        return False
    alike = SequenceMatcher(None, named[1], meant[1]).ratio() >= _ALIKE
    return alike and not any(each.isdigit() for each in named[1])


def _bears(need: Location, gone: Location, at: Location) -> bool:
    """Say whether what is gone is part of what a rule goes by, or holds it."""
    for number, (wanted, there) in enumerate(zip(need, gone, strict=False)):
        if wanted == "*" or there == UNSURE or (there == NO_ID and wanted != "id"):
            continue
        own = at[number] if number < len(at) else there
        if there != (own if wanted == "@" else wanted):
            return False
    return True
