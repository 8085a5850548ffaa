"""Trees of nodes: finding, copying and naming what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kit.reading.nodes import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.reading.path import Location
    from kit.reading.yaml_source import Source

_REFERRING: Final = ("uses", "use", "core", "shared_worksheets", "objectives", "cards", "sort")
"""Lists that name things by their ids: what is left out is no longer named there."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A tree that is being changed.

    `things` are what has an id in it, each with its list; `ambiguous` the ids that stand in several
    places, as rows of different blocks may. `foreign` are nodes that come from another file.
    """

    tree: Node
    things: dict[str, tuple[Sequence, Mapping]]
    ambiguous: frozenset[str]
    foreign: dict[int, Source] = field(default_factory=dict)

    def mark(self, nodes: Iterable[Node], source: Source) -> None:
        """Note that nodes, and all below them, come from another file."""
        for node in nodes:
            for each in below(node):
                self.foreign[id(each)] = source


def ground_of(tree: Node) -> Ground:
    """Look for everything with an id; of two with the same, the one less deep in the tree is meant.

    A row of a block may have the id of an activity, and rows of two blocks the same.
    """
    found: dict[str, tuple[int, Sequence, Mapping]] = {}
    ambiguous: set[str] = set()
    for depth, name, holder, node in _things_with_depth(tree, 0):
        known = found.get(name)
        if known and known[0] == depth:
            ambiguous.add(name)
        if not known or depth < known[0]:
            ambiguous.discard(name)
            found[name] = depth, holder, node
    things = {name: (holder, node) for name, (_, holder, node) in found.items()}
    return Ground(tree, things, frozenset(ambiguous))


def _things_with_depth(node: Node, depth: int) -> Iterator[tuple[int, str, Sequence, Mapping]]:
    match node:
        case Mapping():
            for entry in node.entries.values():
                yield from _things_with_depth(entry.value, depth)
        case Sequence():
            for name, holder, thing in things_in(node):
                yield depth, name, holder, thing
            for item in node.items:
                yield from _things_with_depth(item, depth + 1)


def scalars_at(tree: Node | None, location: Location) -> list[Scalar]:
    """Give the texts of a list; none where there is no list."""
    found = find(tree, location)
    items = found.items if isinstance(found, Sequence) else []
    return [item for item in items if isinstance(item, Scalar)]


def named_in(tree: Node, location: Location) -> list[str]:
    """Give the ids that a list names; none where no list is meant."""
    return [item.text for item in scalars_at(tree, location)] if location else []


def list_at(tree: Mapping, path: tuple[str, ...]) -> Sequence:
    """Find the list at a path of keys, made where there is none."""
    node: Node = tree
    for number, key in enumerate(path):
        if not isinstance(node, Mapping):
            break
        empty: Node = Sequence(0, 0) if number == len(path) - 1 else Mapping(0, 0)
        node = node.entries.setdefault(key, Entry(node.line, node.column, empty)).value
    return node if isinstance(node, Sequence) else Sequence(0, 0)


def text(node: Node) -> str:
    """Give the text of a node; nothing where it is no text."""
    return node.text if isinstance(node, Scalar) else ""


def is_workshop(tree: Node) -> bool:
    """Say whether this is the tree of a workshop’s file."""
    return isinstance(tree, Mapping) and "agenda" in tree.entries


def below(node: Node) -> Iterator[Node | Entry]:
    """Give a node and everything below it, the entries of mappings too."""
    yield node
    match node:
        case Mapping():
            for entry in node.entries.values():
                yield entry
                yield from below(entry.value)
        case Sequence():
            for item in node.items:
                yield from below(item)


def find(node: Node | None, location: Location) -> Node | None:
    """Find what stands at a location; None where nothing does."""
    for element in location:
        if isinstance(node, Mapping) and isinstance(element, str) and element in node.entries:
            node = node.entries[element].value
        elif isinstance(node, Sequence) and isinstance(element, int):
            node = node.items[element]
        else:
            return None
    return node


def things_below(node: Node) -> Iterator[tuple[str, Sequence, Mapping]]:
    """Find everything with an id, in whatever list it stands."""
    match node:
        case Mapping():
            for entry in node.entries.values():
                yield from things_below(entry.value)
        case Sequence():
            yield from things_in(node)
            for item in node.items:
                yield from things_below(item)


def things_in(holder: Sequence) -> Iterator[tuple[str, Sequence, Mapping]]:
    """Find what has an id in one list: its id, the list, and itself."""
    for item in holder.items:
        if isinstance(item, Mapping) and "id" in item.entries:
            name = item.entries["id"].value
            if isinstance(name, Scalar):
                yield name.text, holder, item


def lists(node: Node) -> Iterator[Sequence]:
    """Find every list in a tree."""
    for each in below(node):
        if isinstance(each, Sequence):
            yield each


def depends_on(item: Node, gone: set[str]) -> bool:
    """Say whether something is of no use without what is left out: an item of an objective."""
    # A page of the flip chart goes with the map that is drawn on it.
    if not isinstance(item, Mapping):
        return False
    named = (item.entries.get(key) for key in ("objective", "worksheet", "block"))
    return any(
        entry is not None and isinstance(entry.value, Scalar) and entry.value.text in gone
        for entry in named
    )


def referring(node: Node) -> Iterator[Sequence]:
    """Find the lists that name things by their ids."""
    match node:
        case Mapping():
            for key, entry in node.entries.items():
                if key in _REFERRING and isinstance(entry.value, Sequence):
                    yield entry.value
                yield from referring(entry.value)
        case Sequence():
            for item in node.items:
                yield from referring(item)
