"""What leaves a workshop with an activity: the sheets and cases that nothing else works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.worksheet import Moment
from kit.reading.nodes import Sequence
from kit.tailoring.patching.agenda_changes import is_in
from kit.tailoring.patching.tree import find, named_in, things_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from kit.definitions.cohort import WorkshopChanges
    from kit.reading.nodes import Node
    from kit.reading.workshop import LoadedWorkshop


def may_leave(
    plain: LoadedWorkshop, changes: WorkshopChanges | None, cases: Collection[str] | None
) -> frozenset[str]:
    """Name the sheets of the session and the cases that a cohort does not name itself.

    Whoever changes one, adds to it or chooses it wants to have it. `cases` are the chosen ones.
    """
    named = {*(cases or ())}
    if changes is not None:
        named |= changes.change.keys()
        named |= {each.after for each in changes.add if each.after}
        named |= {name for each in changes.add if each.activity for name in each.activity.uses}
    sheets = {
        sheet.id
        for sheet in plain.worksheets.values()
        if sheet.moment is Moment.SESSION
        and named.isdisjoint({sheet.id, *(block.id for block in sheet.blocks)})
    }
    return frozenset(sheets | (plain.scenarios.keys() - named))


def leaving_with(tree: Node, gone: Collection[str], length: str) -> set[str]:
    """Name what the activities that go use, and no other in this length, nor the pre-work.

    What was in no activity of the length goes only if none of another length uses it either.
    """
    agenda = find(tree, ("agenda",))
    gone_here: set[str] = set()
    gone_anywhere: set[str] = set()
    kept_here = set(named_in(tree, ("prework", "uses")))
    kept_anywhere = set(kept_here)
    for name, _, activity in things_in(agenda) if isinstance(agenda, Sequence) else ():
        uses = named_in(activity, ("uses",))
        here, anywhere = (gone_here, gone_anywhere) if name in gone else (kept_here, kept_anywhere)
        anywhere.update(uses)
        if is_in(activity, length):
            here.update(uses)
    return (gone_here - kept_here) | (gone_anywhere - kept_anywhere)
