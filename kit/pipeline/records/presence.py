"""What a record tells those who come after: who was present, how many, and for how long."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.pipeline.records.known_names import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.definitions.roster import Participant
    from kit.definitions.session_record import SessionRecord


class Recorded(StrEnum):
    """What is known of who came: nothing, a number alone, or names."""

    NOTHING = "nothing"
    NUMBER = "number"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was recorded present at a session.

    `on_roster` are people as the roster has them, in its order; `walk_ins` the names of others, as
    recorded. `attended` and `invited` are numbers of people, None where they were not recorded;
    `attended` may be more than are known by name. `minutes` are those that activities took, by id.
    """

    recorded: Recorded = Recorded.NOTHING
    on_roster: tuple[Participant, ...] = ()
    walk_ins: tuple[str, ...] = ()
    attended: int | None = None
    invited: int | None = None
    minutes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody who is known by name: the roster's people first, then walk-ins."""
        return (*(person.name for person in self.on_roster), *self.walk_ins)

    @property
    def unnamed(self) -> int:
        """How many came whose names were not recorded."""
        return (self.attended or 0) - len(self.names)


def presence_of(record: SessionRecord | None, roster: Sequence[Participant]) -> Presence:
    """Answer who was recorded present; without a record, that nothing was recorded.

    A name is found again whatever its capitals and spaces. Of people who share a name on the
    roster, as many are present as times it was recorded, the first ones.
    """
    if record is None:
        return Presence()
    invited = record.invited.count if record.invited else None
    minutes = MappingProxyType(dict(record.minutes))
    if record.attended is None:
        return Presence(invited=invited, minutes=minutes)
    named: dict[str, list[str]] = defaultdict(list)
    for name in record.attended.names:
        named[name_key(name)].append(name)
    on_roster = []
    for person in roster:
        if here := named.get(name_key(person.name)):
            here.pop()
            on_roster.append(person)
    return Presence(
        Recorded.NAMES if record.attended.names else Recorded.NUMBER,
        tuple(on_roster),
        _left(record.attended.names, named),
        record.attended.count,
        invited,
        minutes,
    )


def _left(names: Sequence[str], named: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Give the names that stood for nobody on the roster, in the order recorded."""
    left = {key: list(some) for key, some in named.items()}
    found = []
    for name in names:
        if name in left[name_key(name)]:
            left[name_key(name)].remove(name)
            found.append(name)
    return tuple(found)
