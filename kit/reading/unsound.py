"""Where in a file the problems stand that keep it from being read: what is beside them is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.reading.nodes import Mapping, Sequence
from kit.reading.path import follow
from kit.reading.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from kit.errors import Place
    from kit.reading.nodes import Node
    from kit.reading.path import Location
    from kit.reading.yaml_source import Source


def unsound(source: Source, model: type[BaseModel]) -> tuple[Location, ...]:
    """Locate every problem of a file, those of its YAML included.

    A location is of what is wrong; of a key that is missing, where it would stand. That of a
    problem which nothing in the file can be found for is empty.
    """
    _, errors = validated(source, model)
    broken = {error["loc"][:end] for error in errors for end in range(len(error["loc"]))}
    found = [
        follow(model, error["loc"]).location
        for error in errors
        # A list may hold too few only because some of it is wrong.
        if error["type"] != "too_short" or error["loc"] not in broken
    ]
    found += [_standing(source.node, each.where) for each in source.problems]
    return tuple(dict.fromkeys(found))


def without(node: Node, locations: Iterable[Location]) -> list[Node]:
    """Take what stands at locations out of a tree, and what held nothing else; give all of it."""
    gone: list[Node] = []
    left: list[Location] = []
    # From the end, so that the numbers of a list's other things stay what they are.
    for location in sorted(set(locations), key=_last_first, reverse=True):
        holder = _holder(node, location)
        last = location[-1]
        if isinstance(holder, Mapping) and last in holder.entries:
            gone.append(holder.entries.pop(str(last)).value)
        elif isinstance(holder, Sequence) and isinstance(last, int) and last < len(holder.items):
            gone.append(holder.items.pop(last))
        if len(location) > 1 and not _holds_any(holder):
            left.append(location[:-1])
    # What held nothing else is no part that says nothing.
    return gone + without(node, left) if left else gone


def _holds_any(holder: Node | None) -> bool:
    match holder:
        case Mapping():
            return bool(holder.entries)
        case Sequence():
            return bool(holder.items)
    return True


def texts_in(nodes: Iterable[Node]) -> Iterator[str]:
    """Give every text of trees, short or long."""
    for node in nodes:
        match node:
            case Mapping():
                yield from texts_in(entry.value for entry in node.entries.values())
            case Sequence():
                yield from texts_in(node.items)
            case _:
                yield node.text


def _last_first(location: Location) -> tuple[tuple[bool, int, str], ...]:
    return tuple(
        (isinstance(each, int), each if isinstance(each, int) else 0, str(each))
        for each in location
    )


def _holder(node: Node, location: Location) -> Node | None:
    for element in location[:-1]:
        if isinstance(node, Mapping) and element in node.entries:
            node = node.entries[str(element)].value
        elif isinstance(node, Sequence) and isinstance(element, int) and element < len(node.items):
            node = node.items[element]
        else:
            return None
    return node


def _standing(node: Node | None, where: Place | None) -> Location:
    """Find what a place stands in: the last thing that begins before it and is set out no further.

    A key that is there twice is no part of what stands above it.
    """
    found: Location = ()
    for location, line, column in _starts(node, ()):
        if where is None or (line, column) > (where.line, where.column):
            break
        if line == where.line or column < where.column:
            found = location
    return found


def _starts(node: Node | None, at: Location) -> Iterator[tuple[Location, int, int]]:
    match node:
        case Mapping():
            for key, entry in node.entries.items():
                yield (*at, key), entry.line, entry.column
                yield from _starts(entry.value, (*at, key))
        case Sequence():
            for number, item in enumerate(node.items):
                # The keys of a thing stand as far out as it begins itself.
                yield (*at, number), item.line, item.column - 1
                yield from _starts(item, (*at, number))


def plain_data(source: Source, node: Node) -> dict[str, Any]:
    """Give a tree of a file as plain values; nothing where it holds no keys."""
    data = source.patched(node, {}).data
    return data if isinstance(data, dict) else {}
