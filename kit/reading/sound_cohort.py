"""The sound part of a cohort's file that has problems: it is held against the other rules, too.

So that all problems are told at once, those of the sessions, the people and the changes are looked
for although something else in the file cannot be read. Nothing is ever made of such a part.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from kit.definitions.cohort import Cohort
from kit.errors import KitError
from kit.reading.cohort import LoadedCohort
from kit.reading.path import follow, keys_of
from kit.reading.unsound import plain_data, texts_in, unsound, without
from kit.reading.yaml_source import read_source
from kit.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.errors import Problem
    from kit.library import Library
    from kit.reading.path import Location

_SESSIONS: Final = "sessions"
_WORKSHOPS: Final = "workshops"
_OF_THE_DAY: Final = (
    *("date", "start", "time_zone", "place", "instructors", "participants", "notes"),
)
"""What a session is tailored without."""
_ONE_BY_ONE: Final = ("contacts", "escalation", "terms")
_IN_LISTS: Final = ("add", "leave_out", "change")
_NOT_YET: Final = "stand-in"
"""Begins the id of what is not in the file, and is needed for the rest to be read."""
_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAMED: Final = re.compile(r"`([^`]+)`")
_LONGEST: Final = 60
_MOST_ROUNDS: Final = 8
_MAY_BE_MISSED: Final = {
    "no-safe-contact": {"contacts", "terms"},
    "logo-without-name": {"institution"},
}
"""Problems that come, too, where parts are only missing because they cannot be read."""


@dataclass(frozen=True)
class SoundCohort:
    """What can be read of a cohort's file, as a cohort; what cannot be read is `gone`.

    Sessions keep their numbers. One that cannot be read stands in for its workshop, so that the
    changes to that are looked at. `names` are the ids that stand in what is gone.
    """

    cohort: LoadedCohort
    gone: frozenset[Location]
    names: frozenset[str]

    def has(self, key: str) -> bool:
        """Say whether nothing that belongs to a key at the top of the file is gone."""
        return all(location[0] != key for location in self.gone)

    def is_whole(self, number: int) -> bool:
        """Say whether a session, and all that its workshop is changed by, could be read."""
        workshop = self.cohort.cohort.sessions[number].workshop
        needed = {("audience",), ("language",), (_SESSIONS, number), (_WORKSHOPS,)}
        return needed.isdisjoint(self.gone) and not any(
            location[:2] == (_WORKSHOPS, workshop) for location in self.gone
        )

    def is_named(self, number: int) -> bool:
        """Say whether it can be read which workshop a session is of."""
        return not self.cohort.cohort.sessions[number].workshop.startswith(_NOT_YET)

    def certain(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Leave out the problems that may come only from what is gone."""
        heads = {location[0] for location in self.gone}
        return tuple(
            each
            for each in problems
            if heads.isdisjoint(_MAY_BE_MISSED.get(each.code, ()))
            and self.names.isdisjoint(_NAMED.findall(each.message))
        )


def load_sound_cohort(library: Library, name: str) -> SoundCohort | None:
    """Read what can be read of a cohort's file that has problems; None where that is nothing."""
    try:
        path = library.cohort_file(name)
        source = read_source(path, library.shown(path))
    except KitError:
        return None
    data = source.data
    if not isinstance(data, dict):
        return None
    gone = {_unit(each) for each in unsound(source, Cohort) if each}
    for _ in range(_MOST_ROUNDS):
        gone |= _meant(gone, data)
        tree = deepcopy(source.node)
        if tree is None:
            return None
        taken = without(tree, (each for each in _with_more(gone) if each[0] == _WORKSHOPS))
        taken += without(tree, (each for each in gone if each[0] == "contacts"))
        without(tree, (each for each in gone if each[0] not in {_SESSIONS, _WORKSHOPS, "contacts"}))
        without(tree, (each for each in gone if _is_of_the_day(each)))
        whole, stood_in = _completed(plain_data(source, tree), gone)
        try:
            cohort = Cohort.model_validate(whole)
        except ValidationError as error:
            more = {_unit(follow(Cohort, each["loc"]).location) for each in error.errors()}
            if more <= gone or () in more:
                return None
            gone |= more
            continue
        names = {text for text in texts_in(taken) if _ID.fullmatch(text)}
        loaded = LoadedCohort(name, cohort, replace(source, node=tree))
        return SoundCohort(
            loaded, frozenset(gone | stood_in), frozenset(names - cohort.workshops.keys())
        )
    return None


def _unit(location: Location) -> Location:
    """Give the part that cannot be read without what is wrong in it."""
    match location:
        case ("sessions", int(), str(key), *_) if key in _OF_THE_DAY:
            return location[:3]
        case ("workshops", str(), str(key), _, *_) if key in {*_IN_LISTS, "scenarios"}:
            return location[:4]
        case ("workshops", str(), str(), *_):
            return location[:3]
        case (str(key), _, *_) if key in {_SESSIONS, _WORKSHOPS, *_ONE_BY_ONE}:
            return location[:2]
    return location[:1]


def _is_of_the_day(location: Location) -> bool:
    return location[0] == _SESSIONS and location[-1] in _OF_THE_DAY


def _meant(gone: set[Location], data: dict[str, Any]) -> set[Location]:
    """Say which keys at the top are missing because another was written in their place."""
    known = keys_of(Cohort)
    unknown = (str(each[0]) for each in gone if each[0] not in known)
    found = {nearest(name, known) for name in unknown}
    return {(name,) for name in found if name is not None and name not in data}


def _with_more(gone: set[Location]) -> set[Location]:
    """Add the orders: they name everything, what is added and could not be read, too."""
    return gone | {
        (*each[:2], "order")
        for each in gone
        if each[0] == _WORKSHOPS and each[2:3] in {("add",), ("leave_out",)}
    }


def _completed(data: dict[str, Any], gone: set[Location]) -> tuple[dict[str, Any], set[Location]]:
    """Put something in the places of what must be there and cannot be read.

    Returns:
        The file as plain values, and the places of the sessions that only stand in.
    """
    written = data.get(_SESSIONS)
    sessions: list[Any] = []
    for number, session in enumerate(written if isinstance(written, list) else []):
        if (_SESSIONS, number) in gone or (_SESSIONS,) in gone:
            given = session if isinstance(session, dict) else {}
            sessions.append({key: _id(given.get(key), number) for key in ("id", "workshop")})
        else:
            sessions.append(session)
    first = len(sessions)
    named = {session["workshop"] for session in sessions if isinstance(session, dict)}
    if not named or any(str(name).startswith(_NOT_YET) for name in named):
        changed = data.get(_WORKSHOPS)
        missed = [name for name in changed if name not in named] if changed else [_NOT_YET]
        sessions += [
            {"id": f"{_NOT_YET}-{number}", "workshop": name}
            for number, name in enumerate(missed, start=first)
        ]
    title = data.get("title", "Who they are")
    whole = {**data, "kit": 1, "title": title, _SESSIONS: sessions}
    all_stand_in = (_SESSIONS,) in gone
    return whole, {
        (_SESSIONS, number) for number in range(len(sessions)) if number >= first or all_stand_in
    }


def _id(given: object, number: int) -> str:
    is_id = isinstance(given, str) and len(given) <= _LONGEST and _ID.fullmatch(given)
    return str(given) if is_id else f"{_NOT_YET}-{number}"
