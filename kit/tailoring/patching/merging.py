"""Fields put over those of a node: texts replace, keys merge, things in lists merge by their id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import Problem
from kit.reading.nodes import Entry, Mapping, Scalar, Sequence, copied, value_of
from kit.tailoring.patching.beneath import Beneath, digest_of
from kit.tailoring.patching.tree import below, things_in

if TYPE_CHECKING:
    from kit.reading.nodes import Node, Value
    from kit.reading.yaml_source import Source


@dataclass(frozen=True, slots=True)
class Merging:
    """Puts what a cohort writes over what a workshop has.

    `foreign` takes note of every node that comes from the cohort's file, which stays as it is:
    what is put in is a copy. `beneath` takes note of what `written`, the workshop's file, has
    itself in these places.
    """

    source: Source
    written: Source
    foreign: dict[int, Source]
    problems: list[Problem]
    beneath: list[Beneath]

    def fields(self, node: Node, change: Entry, path: str, *, is_thing: bool) -> None:
        """Put a mapping over another; what is the same as before is told."""
        fields = change.value
        if not isinstance(node, Mapping) or not isinstance(fields, Mapping):
            return
        if not fields.entries:
            self._nothing("Nothing stands here, so this changes nothing.", change)
        for key, entry in fields.entries.items():
            if key == "id" and is_thing:
                message, hint = "An id stays as it is.", "Leave it out here."
                where = self.source.at(entry.line, entry.column)
                self.problems.append(Problem("id-stays", message, where, hint))
                continue
            mine = node.entries.get(key)
            if mine and isinstance(mine.value, Mapping) and isinstance(entry.value, Mapping):
                self.fields(mine.value, entry, f"{path}/{key}", is_thing=False)
            elif not self._put(node, key, entry, path):
                self._nothing(
                    f"`{key}` is the same in the workshop, so this changes nothing.", entry
                )

    def _put(self, node: Mapping, key: str, entry: Entry, path: str) -> bool:
        """Put one value in its place; say whether it is another than before."""
        mine = node.entries.get(key)
        path = f"{path}/{key}"
        same = mine is not None and _same(mine.value, entry.value)
        if mine and not same and _merge_by_id(mine.value, entry.value):
            return self._things(mine.value, entry.value, path)
        self._note(node, mine, entry, path)
        if same:
            return False
        made = Entry(entry.line, entry.column, copied(entry.value))
        node.entries[key] = made
        self._mark(made, made.value)
        return True

    def _things(self, mine: Node, theirs: Node, path: str) -> bool:
        """Merge a list of things with ids; what has a new id comes last."""
        if not isinstance(mine, Sequence) or not isinstance(theirs, Sequence):
            return False
        known = {name: thing for name, _, thing in things_in(mine)}
        changed = False
        for name, _, thing in things_in(theirs):
            if name in known:
                for key, entry in thing.entries.items():
                    changed |= key != "id" and self._put(known[name], key, entry, f"{path}/{name}")
            else:
                made = copied(thing)
                mine.items.append(made)
                self._mark(made)
                changed = True
        return changed

    def _note(self, node: Mapping, mine: Entry | None, entry: Entry, path: str) -> None:
        """Note what the workshop has in a place of its own, not what the cohort put there."""
        if id(mine or node) in self.foreign:
            return
        usual = mine or node
        self.beneath.append(
            Beneath(
                path,
                digest_of(value_of(mine.value if mine else None)),
                self.source.at(entry.line, entry.column),
                self.written.at(usual.line, usual.column),
            )
        )

    def _mark(self, *nodes: Node | Entry) -> None:
        for node in nodes:
            self.foreign[id(node)] = self.source
            if not isinstance(node, Entry):
                for each in below(node):
                    self.foreign[id(each)] = self.source

    def _nothing(self, message: str, entry: Entry) -> None:
        where = self.source.at(entry.line, entry.column)
        self.problems.append(Problem("changes-nothing", message, where, "Take it out here."))


def _same(one: Node, other: Node) -> bool:
    return _plain(value_of(one)) == _plain(value_of(other))


def _plain(value: Value) -> Value:
    """Take spaces at the ends of a text away, as they are when it is read."""
    return value.strip() if isinstance(value, str) else value


def _merge_by_id(mine: Node, theirs: Node) -> bool:
    """Say whether both are lists of things with ids."""
    return all(
        isinstance(each, Sequence)
        and bool(each.items)
        and all(isinstance(item, Mapping) and _has_id(item) for item in each.items)
        for each in (mine, theirs)
    )


def _has_id(item: Mapping) -> bool:
    return "id" in item.entries and isinstance(item.entries["id"].value, Scalar)
