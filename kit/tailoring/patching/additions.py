"""Things of a cohort's own, put into a workshop: each at its place, and where it is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kit.errors import Problem
from kit.reading.nodes import Entry, Mapping, Scalar, Sequence, copied
from kit.suggestion import did_you_mean
from kit.tailoring.patching.tree import find, list_at, named_in, things_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from kit.errors import Place
    from kit.reading.path import Location
    from kit.reading.yaml_source import Source
    from kit.tailoring.patching.tree import Ground

_HOLDERS: Final = {
    "activity": ("agenda",),
    "worksheet": ("worksheets",),
    "scenario": ("scenarios", "own"),
}
"""Where an addition of each kind stands, unless it follows something."""

_NAMED: Final = {
    "worksheet": ("shared_worksheets",),
    "scenario": ("scenarios", "use"),
    "item": ("evaluation", "core"),
}
"""Where shared things of a kind are named: they stand before the workshop's own."""

EVALUATION: Final = "evaluation"
FORM: Final = ("objectives", "before_now", "more", "open")
"""The parts of a form that hold questions of the workshop's own."""

BLOCK: Final = "block"
ITEM: Final = "item"
_WHATEVER: Final = {"activity", "worksheet", "scenario", ITEM, BLOCK}
_IN_USE: Final = ("worksheet", "scenario")
_ALL_IDS: Final = "`kit show` with the workshop's name prints all ids."


@dataclass(slots=True)
class Additions:
    """What a cohort adds to one workshop. A block may belong to a sheet of a shared file."""

    source: Source
    at: Location
    problems: list[Problem]
    _put: set[int] = field(default_factory=set)
    _sheets: dict[str, None] = field(default_factory=dict)

    def put(self, ground: Ground, *, own: bool) -> None:
        """Put additions into a tree: all into the workshop's own, else blocks of its sheets."""
        self._sheets |= dict.fromkeys(_sheets_and_blocks(ground))
        for number, addition in self._all():
            kinds = [key for key in addition.entries if key in _WHATEVER]
            if len(kinds) != 1:
                if own:
                    self._not_one(number, kinds)
                continue
            new = addition.entries[kinds[0]].value
            if number in self._put or not isinstance(new, Mapping):
                continue
            if kinds[0] == BLOCK:
                self._put_block(ground, number, addition, new, own=own)
            elif own and isinstance(ground.tree, Mapping):
                self._put_thing(ground, number, addition, kinds[0], new)

    def unknown(self, used: Collection[str]) -> list[Problem]:
        """Tell of the blocks that no tree had a place for, or only a sheet that is not used."""
        return [
            Problem(
                "unknown-id",
                f"There is no worksheet or block `{name}` to put this after."
                if (name := _text(addition, "after"))
                else "A block needs `after`, the id of the sheet or the block that it follows.",
                self._place(number, "after"),
                did_you_mean(name, [each for each in self._sheets if each in used]) or _ALL_IDS,
            )
            for number, addition in self._all()
            if [key for key in addition.entries if key in _WHATEVER] == [BLOCK]
            and (number not in self._put or _text(addition, "after") not in used)
        ]

    def _all(self) -> list[tuple[int, Mapping]]:
        found = find(self.source.node, self.at)
        items = found.items if isinstance(found, Sequence) else []
        return [(number, item) for number, item in enumerate(items) if isinstance(item, Mapping)]

    def _not_one(self, number: int, kinds: list[str]) -> None:
        message = "This adds several things." if kinds else "This adds nothing."
        hint = "Write one of `activity`, `worksheet`, `block`, `scenario` and `item` in each entry."
        where = self._place(number, *kinds[1:2])
        self.problems.append(Problem("one-addition", message, where, hint))

    def _put_block(
        self, ground: Ground, number: int, addition: Mapping, new: Mapping, *, own: bool
    ) -> None:
        after = _text(addition, "after")
        if after not in _sheets_and_blocks(ground):
            return
        self._put.add(number)
        if "used_in" in addition.entries and own:
            self._no_use(number)
        holder, node = ground.things[after]
        blocks = find(node, ("blocks",))
        if isinstance(blocks, Sequence):
            holder, place = blocks, len(blocks.items)
        else:
            place = _position(holder, node) + 1
        made = copied(new)
        holder.items.insert(place, made)
        ground.mark([made], self.source)

    def _put_thing(
        self, ground: Ground, number: int, addition: Mapping, kind: str, new: Mapping
    ) -> None:
        tree = ground.tree
        if not isinstance(tree, Mapping):
            return
        self._put.add(number)
        after = _text(addition, "after")
        holder = list_at(tree, _HOLDERS.get(kind) or _part_of_form(tree, new, after))
        mine = {name: node for name, _, node in things_in(holder)}
        shared = named_in(tree, _NAMED.get(kind, ()))
        if after and after not in mine and after not in shared:
            self.problems.append(
                Problem(
                    "unknown-id",
                    f"There is no {kind} `{after}` to put this after.",
                    self._place(number, "after"),
                    did_you_mean(after, [*mine, *shared]) or _ALL_IDS,
                )
            )
            # It is read all the same, so that what else is wrong in it is told too.
            after = ""
        made = copied(new)
        place = len(holder.items)
        if after:
            place = _position(holder, mine[after]) + 1 if after in mine else 0
        holder.items.insert(place, made)
        ground.mark([made], self.source)
        if "used_in" not in addition.entries:
            return
        if kind not in _IN_USE:
            self._no_use(number)
        elif isinstance(made, Mapping):
            self._use(tree, number, made, _text(addition, "used_in"), after)

    def _no_use(self, number: int) -> None:
        message = "`used_in` is for worksheets and scenarios."
        where = self._place(number, "used_in", key=True)
        self.problems.append(Problem("used-in", message, where, "Take it out here."))

    def _use(self, tree: Mapping, number: int, new: Mapping, activity: str, after: str) -> None:
        activities = {name: node for name, _, node in things_in(list_at(tree, ("agenda",)))}
        if activity not in activities:
            self.problems.append(
                Problem(
                    "unknown-activity",
                    f"There is no activity `{activity}` in this workshop.",
                    self._place(number, "used_in"),
                    did_you_mean(activity, activities),
                )
            )
            return
        node = activities[activity]
        uses = node.entries.setdefault("uses", Entry(node.line, node.column, Sequence(0, 0)))
        name = new.entries["id"].value if "id" in new.entries else None
        if isinstance(uses.value, Sequence) and isinstance(name, Scalar):
            items = uses.value.items
            before = [n for n, each in enumerate(items) if isinstance(each, Scalar)
                      and each.text == after]  # fmt: skip
            items.insert(before[0] + 1 if before else len(items), name)

    def _place(self, number: int, *rest: str, key: bool = False) -> Place:
        return self.source.place((*self.at, number, *rest), key=key)


def _part_of_form(tree: Mapping, new: Mapping, after: str) -> tuple[str, ...]:
    """Say in which part of the form a question stands: its neighbor's, or that of its kind."""
    for part in FORM:
        questions = find(tree, (EVALUATION, part))
        mine = things_in(questions) if isinstance(questions, Sequence) else ()
        if after in [name for name, _, _ in mine]:
            return EVALUATION, part
    kind, objective = _text(new, "kind"), _text(new, "objective")
    part = {"text": "open", "before-now": "before_now"}.get(kind, "more")
    return EVALUATION, "objectives" if kind == "scale" and objective else part


def _sheets_and_blocks(ground: Ground) -> list[str]:
    """Name the worksheets of a tree and their blocks."""
    names: list[str] = []
    for name, (_, node) in ground.things.items():
        blocks = find(node, ("blocks",))
        if isinstance(blocks, Sequence):
            names += [name, *(each for each, _, _ in things_in(blocks))]
    return names


def _text(addition: Mapping, key: str) -> str:
    entry = addition.entries.get(key)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def _position(holder: Sequence, node: Mapping) -> int:
    return next(n for n, item in enumerate(holder.items) if item is node)
