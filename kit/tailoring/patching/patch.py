"""A cohort's changes, put into a file's tree of nodes: by id, each value with its own place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kit.errors import Problem
from kit.reading.nodes import Mapping, Scalar, Sequence, copied
from kit.suggestion import did_you_mean
from kit.tailoring.patching.additions import Additions
from kit.tailoring.patching.agenda_changes import deal_cases
from kit.tailoring.patching.around import around_additions
from kit.tailoring.patching.companions import leaving_with
from kit.tailoring.patching.holders import OWN
from kit.tailoring.patching.merging import Merging
from kit.tailoring.patching.reordering import Reordering
from kit.tailoring.patching.taken_along import look_at, take_along
from kit.tailoring.patching.tree import (
    Ground,
    depends_on,
    find,
    ground_of,
    is_workshop,
    lists,
    named_in,
    referring,
    scalars_at,
    things_in,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kit.reading.nodes import Entry, Node
    from kit.reading.path import Location
    from kit.reading.yaml_source import Source
    from kit.tailoring.patching.beneath import Beneath

WORKSHOP: Final = "workshop"
"""Stands in place of an id for the workshop's own fields."""


@dataclass(slots=True)
class Patch:
    """The changes of one cohort to one workshop, and what came of them.

    `meant` says in which file each id is looked for. `cases` take the places of the workshop's own
    in the activities of `length`. What `may_leave` goes with the activities that alone use it.
    `apply` puts all changes into the trees of the workshop's file and of the files that it shares,
    in the order in which they are read, the workshop's own first. What no tree has an id for is
    told by `unknown`, when all of them have been patched.
    `beneath` is what the files have themselves where the cohort's fields go, and around what is
    added.
    """

    source: Source
    at: Location
    meant: dict[str, str]
    length: str
    cases: tuple[str, ...] | None = None
    may_leave: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    beneath: list[Beneath] = field(default_factory=list)
    _known: dict[str, None] = field(default_factory=dict)
    _touched: set[str] = field(default_factory=set)
    _shared: set[str] = field(default_factory=set)
    _additions: Additions = field(init=False)

    def __post_init__(self) -> None:
        """Read what is to be added."""
        self._additions = Additions(self.source, (*self.at, "add"), self.problems)

    def apply(self, source: Source) -> Source:
        """Give a file with the changes in it; the file itself stays as it is."""
        if source.node is None:
            return source
        tree = copied(source.node)
        ground = ground_of(tree)
        self._known |= dict.fromkeys(ground.things)
        own = is_workshop(tree)
        for name in [name for name in ground.things if not self._is_meant(name, tree, own=own)]:
            del ground.things[name]
        self.beneath += around_additions(ground, source, self.source, self.at)
        for name, entry in self._changes():
            self._change(source, ground, name, entry, own=own)
        self._leave_out(ground, own=own)
        # What is left out, and what stood in it, is no place for additions.
        ground = replace(ground_of(tree), foreign=ground.foreign)
        self._additions.put(ground, own=own)
        if own and isinstance(tree, Mapping):
            if self.cases is not None:
                where = self.source.place((*self.at, "scenarios"))
                made = tuple(Scalar(where.line, where.column, name) for name in self.cases)
                ground.mark(made, self.source)
                deal_cases(tree, made, self.length)
            chosen = self.cases is not None
            order = Reordering(self.source, (*self.at, "order"), self.length, chosen=chosen)
            self.problems += order.put(tree)
        return source.patched(tree, ground.foreign)

    def unknown(self, used: Collection[str]) -> list[Problem]:
        """Tell of every id that stands in no file of the workshop.

        `used` are the ids of all that the workshop holds: what stands in a shared file and is not
        used by it is told too.
        """
        gone = {item.text for item in self._left_out()}
        named = [(name, (*self.at, "change", name), True) for name, _ in self._changes()]
        named += [
            (item.text, (*self.at, "leave_out", number), False)
            for number, item in enumerate(self._left_out())
        ]
        problems = self._additions.unknown(used)
        for name, location, key in named:
            where = self.source.place(location, key=key)
            if name not in self._touched:
                message = f"There is nothing with the id `{name}` in this workshop"
                known = [*(each for each in self._known if each in used), *([WORKSHOP] * key)]
                hint = did_you_mean(name, known) or "`kit show` with its name prints all ids."
            elif name in self._shared and name not in used:
                message = f"`{name}` stands in a shared file, but this workshop does not use it"
                hint = "Take it out here, or let the workshop use it."
            elif key and name in gone:
                message, hint = f"`{name}` is left out", "Take it out in one of the two places."
            else:
                continue
            problems.append(
                Problem("changes-nothing", f"{message}, so this changes nothing.", where, hint)
            )
        return problems

    def _changes(self) -> Iterator[tuple[str, Entry]]:
        found = find(self.source.node, (*self.at, "change"))
        if isinstance(found, Mapping):
            yield from found.entries.items()

    def _left_out(self) -> list[Scalar]:
        return scalars_at(self.source.node, (*self.at, "leave_out"))

    def _change(
        self, written: Source, ground: Ground, name: str, entry: Entry, *, own: bool
    ) -> None:
        node = ground.tree if name == WORKSHOP and own else None
        if name in ground.things and name not in self._touched:
            node = ground.things[name][1]
        if node is None or not isinstance(entry.value, Mapping):
            return
        self._touched.add(name)
        if not own:
            self._shared.add(name)
        where = self.source.at(entry.line, entry.column)
        if name in ground.ambiguous:
            message = f"The id `{name}` stands in several places of the workshop."
            hint = "Change the block that it stands in: write its whole list."
            self.problems.append(Problem("ambiguous-id", message, where, hint))
            return
        merging = Merging(self.source, written, ground.foreign, self.problems, self.beneath)
        merging.fields(node, entry, name, is_thing=True)

    def _leave_out(self, ground: Ground, *, own: bool) -> None:
        gone = {item.text for item in self._left_out()}
        if not gone:
            return
        if own:
            gone |= leaving_with(ground.tree, gone, self.length) & self.may_leave
        look: str | None = ""
        had_sheets = False
        if own:
            look = look_at(ground.tree, gone, self.length)
            had_sheets = bool(named_in(ground.tree, ("prework", "uses")))
        blocks: set[str] = set()
        for name in gone & ground.things.keys():
            holder, node = ground.things[name]
            holder.items[:] = [item for item in holder.items if item is not node]
            self._touch(name, own=own)
            stood_in_it = find(node, ("blocks",))
            if isinstance(stood_in_it, Sequence):
                blocks |= {block for block, _, _ in things_in(stood_in_it)}
        for holder in lists(ground.tree):
            holder.items[:] = [item for item in holder.items if not depends_on(item, gone | blocks)]
        for holder in referring(ground.tree):
            for name in gone & {item.text for item in holder.items if isinstance(item, Scalar)}:
                self._touch(name, own=own)
            holder.items[:] = [
                item
                for item in holder.items
                if not (isinstance(item, Scalar) and item.text in gone)
            ]
        if own:
            take_along(ground.tree, look, had_sheets=had_sheets)

    def _is_meant(self, name: str, tree: Node, *, own: bool) -> bool:
        holder = self.meant.get(name)
        if holder is None or own:
            return holder in {None, OWN}
        return isinstance(tree, Mapping) and holder in tree.entries

    def _touch(self, name: str, *, own: bool) -> None:
        if not own and name not in self._touched:
            self._shared.add(name)
        self._touched.add(name)
