"""What of a file stands at a place: from a line and a column back to keys and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kit.reading.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.errors import Place
    from kit.reading.nodes import Entry, Node
    from kit.reading.path import Location
    from kit.reading.yaml_source import Source

_LONGEST: Final = 60
_NO_LETTERS: Final = re.compile(r"[^a-z0-9_]+")


def standing(source: Source, where: Place | None) -> Location:
    """Find what a place stands in: the last thing that begins before it and is set out no further.

    A key that is there twice is no part of what stands above it. Nothing is found for a place in
    another file.
    """
    found: Location = ()
    latest = 0, 0
    for location, line, column, node in _starts(source.node, ()):
        if where is None or source.foreign.get(id(node), source).shown != where.file:
            continue
        # What another file put into the tree stands in the order of that file.
        if not line or (line, column) > (where.line, where.column) or (line, column) < latest:
            continue
        if line == where.line or column < where.column:
            found, latest = location, (line, column)
    return found


def ids_in(nodes: Iterable[Node]) -> Iterator[str]:
    """Give every text of trees that may be an id, or may be meant for one: `Case 3`, `case-3`."""
    for node in nodes:
        match node:
            case Mapping():
                yield from ids_in(entry.value for entry in node.entries.values())
            case Sequence():
                yield from ids_in(node.items)
            case Scalar():
                if len(node.text) <= _LONGEST:
                    yield _NO_LETTERS.sub("-", node.text.lower()).strip("-")


def _starts(node: Node | None, at: Location) -> Iterator[tuple[Location, int, int, Node | Entry]]:
    match node:
        case Mapping():
            for key, entry in node.entries.items():
                yield (*at, key), entry.line, entry.column, entry
                yield from _starts(entry.value, (*at, key))
        case Sequence():
            for number, item in enumerate(node.items):
                # The keys of a thing stand as far out as it begins itself.
                column = item.column if isinstance(item, Scalar) else item.column - 1
                yield (*at, number), item.line, column, item
                yield from _starts(item, (*at, number))
