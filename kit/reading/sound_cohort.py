"""The sound part of a cohort's file that has problems: it is held against the other rules, too.

So that all problems are told at once, those of the sessions, the people and the changes are looked
for although something else in the file cannot be read. Nothing is ever made of such a part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kit.definitions.cohort import Cohort, Session, WorkshopChanges
from kit.errors import KitError
from kit.reading.cohort import LoadedCohort
from kit.reading.path import keys_of
from kit.reading.sound_part import NO_ID, STAND_IN, UNSURE, sound_part
from kit.reading.yaml_source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.library import Library
    from kit.reading.path import Location

_SESSIONS: Final = "sessions"
_WORKSHOPS: Final = "workshops"
_CHANGE: Final = "change"
_WORKSHOP: Final = "workshop"
_OF_THE_SESSION: Final[dict[str, tuple[str, ...]]] = {
    "length": ("lengths",),
    "minutes": ("lengths",),
    "roles": ("roles",),
    "language": ("language",),
}
"""What of a workshop depends on what is chosen for a session."""
THINGS: Final[tuple[Location, ...]] = (
    *((each, UNSURE, NO_ID) for each in ("objectives", "agenda", "charts", "materials")),
    *((each, UNSURE, NO_ID) for each in ("worksheets", "evaluation")),
    ("scenarios", "own", UNSURE, NO_ID),
    ("evaluation", NO_ID),
)
"""What of a workshop its things are in: what cannot be read of the changes may be about any."""
ANYTHING: Final[Location] = (UNSURE,)


@dataclass(frozen=True)
class SoundCohort:
    """What can be read of a cohort's file, as a cohort; what cannot be read is `gone`.

    Sessions keep their numbers. One of which it cannot be read what it is of stands in for a
    workshop that is changed, so that the changes are looked at. `names` are the ids that stood in
    what is gone.
    """

    cohort: LoadedCohort
    gone: frozenset[Location]
    names: frozenset[str]

    def unsure(self, number: int) -> frozenset[Location]:
        """Say what may be otherwise in a session's workshop than it could be read."""
        workshop = self.cohort.cohort.sessions[number].workshop
        return frozenset(
            place for location in self.gone for place in _unsure(location, number, workshop)
        )

    def is_named(self, number: int) -> bool:
        """Say whether it can be read which workshop a session is of."""
        return not self.cohort.cohort.sessions[number].workshop.startswith(STAND_IN)


def load_sound_cohort(library: Library, name: str) -> SoundCohort | None:
    """Read what can be read of a cohort's file that has problems; None where that is nothing."""
    try:
        path = library.cohort_file(name)
        source = read_source(path, library.shown(path))
    except KitError:
        return None
    part = sound_part(source, Cohort)
    if part is None:
        return None
    cohort, gone = part.made, part.gone
    named = {session.workshop for session in cohort.sessions}
    changed = [each for each in cohort.workshops if not each.startswith(STAND_IN)]
    if any(each.startswith(STAND_IN) for each in named):
        first = len(cohort.sessions)
        more = tuple(
            Session(id=f"{STAND_IN}-session-{at}", workshop=each)
            for at, each in enumerate(each for each in changed if each not in named)
        )
        cohort = cohort.model_copy(update={_SESSIONS: (*cohort.sessions, *more)})
        gone |= {(_SESSIONS, first + at, UNSURE) for at in range(len(more))}
    loaded = LoadedCohort(name, cohort, part.source)
    return SoundCohort(loaded, gone, part.names - named - {*cohort.workshops})


def _unsure(location: Location, number: int, workshop: str) -> Iterator[Location]:
    match location:
        case ("audience", *_):
            yield from (("audiences", UNSURE), ("scenarios", UNSURE))
        case ("language", *_) | ("workshops",):
            yield ANYTHING
        case ("sessions",):
            yield from ((each, UNSURE) for each in ("lengths", "roles", "language"))
        case ("sessions", int(at), *rest) if at == number:
            keys = _meant(rest, Session)
            yield from (
                (part, UNSURE) for key in keys for part in _OF_THE_SESSION.get(str(key), ())
            )
        case ("workshops", str(name), *rest) if name in {workshop, UNSURE}:
            yield from _of_changes(rest)
        case (str(key), *_) if key == UNSURE:
            # A key that nobody knows may be any that is not there.
            yield from ((each, UNSURE) for each in ("audiences", "scenarios"))


def _of_changes(rest: list[Any]) -> Iterator[Location]:
    match rest:
        case ["change", str(name), *_] if name in {_WORKSHOP, UNSURE}:
            yield ANYTHING
        case []:
            yield ANYTHING
        case ["add", *inner] if inner[2:] in ([], ["id"], [UNSURE]):
            yield from THINGS
            yield from ((each[0], UNSURE) for each in THINGS)
        case _:
            yield from THINGS


def _meant(rest: list[Any], model: type[Session | WorkshopChanges]) -> tuple[Any, ...]:
    """Say which keys of a thing a location within it may be about."""
    return keys_of(model) if not rest or rest[0] == UNSURE else (rest[0],)
