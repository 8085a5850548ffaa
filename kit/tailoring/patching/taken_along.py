"""What goes, or moves, with what a cohort leaves out: pre-work, and the look at the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.reading.nodes import Entry, Mapping, Scalar, Sequence
from kit.tailoring.patching.agenda_changes import is_in
from kit.tailoring.patching.tree import find, named_in, text, things_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from kit.reading.nodes import Node


def look_at(tree: Node, gone: Collection[str], length: str) -> str | None:
    """Say behind which activity one is to look at the clock where the one that is named goes.

    It is the last one before it that stays, so that what comes next is what the words speak of;
    None where there is none, and an empty text where the look stays where it is.
    """
    after = text(find(tree, ("checkpoint", "after")) or Scalar(0, 0, ""))
    if not after or after not in gone:
        return ""
    agenda = find(tree, ("agenda",))
    before: str | None = None
    for name, _, activity in things_in(agenda) if isinstance(agenda, Sequence) else ():
        if name == after:
            return before
        if name not in gone and is_in(activity, length):
            before = name
    return ""


def take_along(tree: Node, look: str | None, *, had_sheets: bool) -> None:
    """Take out the pre-work whose sheets are all gone, and put the look at the clock in its place.

    `look` is what `look_at` said of the tree before, and `had_sheets` whether its pre-work had any.
    """
    if not isinstance(tree, Mapping):
        return
    if had_sheets and not named_in(tree, ("prework", "uses")):
        del tree.entries["prework"]
    if look is None:
        tree.entries.pop("checkpoint", None)
    elif look:
        checkpoint = find(tree, ("checkpoint",))
        if isinstance(checkpoint, Mapping):
            after = checkpoint.entries["after"]
            moved = Scalar(after.value.line, after.value.column, look)
            checkpoint.entries["after"] = Entry(after.line, after.column, moved)
