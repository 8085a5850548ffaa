"""What can be read of a file that has problems: what is wrong is taken out, or something stands in.

It is held against the other rules, so that all problems are told at once. Nothing is ever made of
it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

from kit.reading.nodes import Entry, Mapping, Scalar, Sequence
from kit.reading.path import (
    bare_type,
    field_named,
    follow,
    is_mapping,
    is_model,
    keys_of,
    kinds,
    union_members,
)
from kit.reading.standing import ids_in, standing
from kit.reading.validation import validated
from kit.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Mapping as AnyMapping

    from kit.reading.nodes import Node
    from kit.reading.path import Location, Path
    from kit.reading.yaml_source import Source

Model = TypeVar("Model", bound=BaseModel)

UNSURE: Final = "?"
"""Ends the location of what holds a thing of which it is not known what was meant by it."""
NO_ID: Final = "~"
"""Ends the location of what holds a thing of which everything may be otherwise but its id."""
STAND_IN: Final = "stand-in"
"""Begins the text that stands in where there must be one."""
_MOST_ROUNDS: Final = 24
_MOST_TRIES: Final = 3
_UNKNOWN: Final = "extra_forbidden"
_NO_KIND: Final = ("union_tag_invalid", "union_tag_not_found")


@dataclass(frozen=True)
class SoundPart(Generic[Model]):
    """What a file comes to without what is wrong in it.

    `gone` are the places in which something is missing, was taken out, or stands in; `names` the
    ids that stood there. What stands in a list keeps its number. What stands behind a key that
    nobody knows is read as that of the key which was meant.
    """

    made: Model
    source: Source
    gone: frozenset[Location]
    names: frozenset[str]


def sound_part(source: Source, model: type[Model]) -> SoundPart[Model] | None:
    """Read what can be read of a file, whose tree is changed by this; None where that is nothing.

    A file without problems comes out as it is.
    """
    if not isinstance(source.node, Mapping):
        return None
    mending = _Mending(source.node, model, source.foreign)
    for problem in source.problems:
        mending.doubt(standing(source, problem.where))
    for _ in range(_MOST_ROUNDS):
        now = replace(source, node=source.node)
        made, errors = validated(now, model)
        if made is not None:
            return SoundPart(made, now, mending.gone(), frozenset(mending.names))
        if not mending.mend(errors):
            return None
    return None


@dataclass
class _Mending:
    """Changes a tree until it can be read."""

    tree: Mapping
    model: type[BaseModel]
    foreign: AnyMapping[int, Source]
    names: set[str] = field(default_factory=set)
    _holders: list[tuple[Node, str | int]] = field(default_factory=list)
    _tries: Counter[Location] = field(default_factory=Counter)
    _standing_in: int = 0

    def doubt(self, location: Location) -> None:
        """Note what can be read, but is not what was meant."""
        if location and (holder := _at(self.tree, location[:-1])) is not None:
            self._holders.append((holder, location[-1]))

    def mend(self, errors: list[Any]) -> bool:
        """Take out, or put something in place of, what errors are about; False if that is none."""
        found = {}
        for error in errors:
            path = follow(self.model, error["loc"])
            found[path.location] = path, error
        done = False

        def turn(location: Location) -> tuple[bool, int, str]:
            # A key that nobody knows may be one that is missing. What is within a thing comes
            # before the thing: a list is too short when its parts are in.
            return found[location][1]["type"] != _UNKNOWN, -len(location), str(location)

        for location in sorted(found, key=turn):
            if not location:
                return False
            path, error = found[location]
            within = any(each[: len(location)] == location for each in found if each != location)
            if not (within and error["type"] in {"too_short", "too_long"}):
                self._tries[location] += 1
                done |= self._mend(path, error)
        return done

    def gone(self) -> frozenset[Location]:
        """Say where in the tree, as it is now, something is missing or stands in."""
        places: dict[int, Location] = {}
        _locate(self.tree, (), places)
        return frozenset(
            (*places[id(holder)], key) for holder, key in self._holders if id(holder) in places
        )

    def _mend(self, path: Path, error: dict[str, Any]) -> bool:
        location, kind = path.location, error["type"]
        holder, last = _at(self.tree, location[:-1]), location[-1]
        if kind == "missing" and isinstance(holder, Mapping) and last in holder.entries:
            return True
        if self._tries[location] > _MOST_TRIES:
            self.names |= {*ids_in([holder] if holder else [])}
            return len(location) > 1 and self._take(location[:-1])
        if kind in _NO_KIND:
            return self._give_kind(path)
        if kind in {"too_short", "too_long"}:
            return self._fit(path, error)
        if kind == _UNKNOWN:
            return self._take_unknown(path)
        return self._replace(path, holder)

    def _replace(self, path: Path, holder: Node | None) -> bool:
        """Put something in place of a wrong value where there must be one, or take it out."""
        location, last = path.location, path.location[-1]
        if isinstance(holder, Sequence) and isinstance(last, int):
            return self._put(location, self._node(path.annotation, {*ids_in(holder.items)}))
        needed = field_named(path.owner, last) if path.owner and path.field else None
        if path.at_key or needed is None:
            self.names.add(str(last))
        written = _at(self.tree, location)
        # A number, or a word of a few, is no id.
        if written and not (isinstance(written, Scalar) and bare_type(path.annotation) is not str):
            self.names |= {*ids_in([written])}
        if path.at_key or needed is None or not needed.is_required():
            return self._take(location)
        return self._put(location, self._node(path.annotation))

    def _take_unknown(self, path: Path) -> bool:
        """Take out a key that is not known; what stands behind it is read as what it may mean."""
        holder, written = _at(self.tree, path.location[:-1]), str(path.location[-1])
        if not isinstance(holder, Mapping) or written not in holder.entries or not path.owner:
            return self._take(path.location, was=UNSURE)
        meant = nearest(written, keys_of(path.owner))
        if meant is None or not self._may_be(holder, written, meant):
            self.names |= {*ids_in([holder.entries[written].value])}
            return self._take(path.location, was=UNSURE)
        holder.entries[meant] = holder.entries.pop(written)
        return True

    def _may_be(self, holder: Mapping, written: str, meant: str) -> bool:
        """Say whether a key can be meant by another: one is not there, or is what is changed."""
        here, there = holder.entries[written], holder.entries.get(meant)
        return there is None or (id(here) in self.foreign and id(there) not in self.foreign)

    def _take(self, location: Location, was: str = "") -> bool:
        holder, last = _at(self.tree, location[:-1]), location[-1]
        if isinstance(holder, Mapping) and last in holder.entries:
            del holder.entries[str(last)]
            self._holders.append((holder, was or last))
            return True
        if isinstance(holder, Sequence) and isinstance(last, int) and last < len(holder.items):
            del holder.items[last]
            self._holders.append((holder, UNSURE))
            return True
        return False

    def _put(self, location: Location, made: Node) -> bool:
        holder, last = _at(self.tree, location[:-1]), location[-1]
        if isinstance(holder, Sequence) and isinstance(last, int) and last < len(holder.items):
            holder.items[last] = made
        elif isinstance(holder, Sequence):
            holder.items.append(made)
        elif isinstance(holder, Mapping):
            holder.entries[str(last)] = Entry(0, 0, made)
        else:
            return False
        self._holders.append((holder, last))
        return True

    def _give_kind(self, path: Path) -> bool:
        thing, known = _at(self.tree, path.location), kinds(path.annotation)
        if not isinstance(thing, Mapping) or not known:
            return self._put(path.location, Mapping(0, 0))
        written = thing.entries["kind"].value if "kind" in thing.entries else None
        meant = nearest(written.text, known) if isinstance(written, Scalar) else None
        thing.entries["kind"] = Entry(0, 0, Scalar(0, 0, meant or known[0]))
        self._holders.append((thing, "kind"))
        return True

    def _fit(self, path: Path, error: dict[str, Any]) -> bool:
        """Let a list, or keys of the author's own choice, hold as many as there must be."""
        held = _at(self.tree, path.location)
        within = get_args(bare_type(path.annotation))
        if held is None or not within:
            return False
        self._holders.append((held, UNSURE))
        if error["type"] == "too_long":
            most = int(error["ctx"]["max_length"])
            if isinstance(held, Sequence):
                del held.items[most:]
            return isinstance(held, Sequence)
        if isinstance(held, Sequence):
            held.items.append(self._node(within[0]))
        elif isinstance(held, Mapping):
            held.entries[self._text()] = Entry(0, 0, self._node(within[1]))
        return True

    def _node(self, annotation: Any, taken: Collection[str] = ()) -> Node:
        """Make something of a type; of several words, one that is not `taken`."""
        bare = bare_type(annotation)
        known = kinds(bare)
        if known and any(is_model(bare_type(each)) for each in union_members(bare)):
            return Mapping(0, 0, {"kind": Entry(0, 0, Scalar(0, 0, known[0]))})
        while members := union_members(bare):
            bare = bare_type(members[0])
        if is_model(bare) or is_mapping(bare):
            return Mapping(0, 0)
        if get_origin(bare) is tuple:
            return Sequence(0, 0)
        return Scalar(0, 0, self._word(bare, taken), plain=bare is not str)

    def _word(self, bare: Any, taken: Collection[str]) -> str:
        if get_origin(bare) is Literal:
            return str(get_args(bare)[0])
        if isinstance(bare, type) and issubclass(bare, Enum):
            values = [str(each.value) for each in bare]
            # One that stands in the same list would be named twice.
            return next((each for each in values if each not in taken), values[0])
        return {int: "1", bool: "true"}.get(bare) or self._text()

    def _text(self) -> str:
        self._standing_in += 1
        return f"{STAND_IN}-{self._standing_in}"


def _at(node: Node | None, location: Location) -> Node | None:
    for element in location:
        if isinstance(node, Mapping) and element in node.entries:
            node = node.entries[str(element)].value
        elif isinstance(node, Sequence) and isinstance(element, int) and element < len(node.items):
            node = node.items[element]
        else:
            return None
    return node


def _locate(node: Node, at: Location, places: dict[int, Location]) -> None:
    places[id(node)] = at
    match node:
        case Mapping():
            for key, entry in node.entries.items():
                _locate(entry.value, (*at, key), places)
        case Sequence():
            for number, item in enumerate(node.items):
                _locate(item, (*at, number), places)
