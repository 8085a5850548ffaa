"""An order of a cohort's own, in the tree of a workshop: its agenda, and the cases at work there.

What else it names, worksheets and questions, is put in order when the session's length is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import Problem
from kit.reading.nodes import Mapping, Sequence
from kit.suggestion import did_you_mean
from kit.tailoring.orders import ACTIVITIES, CASES, QUESTIONS, WORKSHEETS, by_kind
from kit.tailoring.patching.additions import EVALUATION, FORM
from kit.tailoring.patching.agenda_changes import cases_at_work, is_in, order_cases
from kit.tailoring.patching.tree import find, named_in, scalars_at, things_in

if TYPE_CHECKING:
    from kit.errors import Place
    from kit.reading.path import Location
    from kit.reading.yaml_source import Source


@dataclass(frozen=True, slots=True)
class Reordering:
    """An order that stands in a cohort's file, for the length that a session has.

    `chosen` says that the cohort chooses its cases, in an order, elsewhere.
    """

    source: Source
    at: Location
    length: str
    chosen: bool

    def put(self, tree: Mapping) -> list[Problem]:
        """Put activities and cases in the order, and tell what is wrong with it."""
        wanted = tuple(item.text for item in scalars_at(self.source.node, self.at))
        if not wanted:
            return []
        things = _ids_by_kind(tree)
        named = by_kind(wanted, things)
        problems = self._each(wanted, things)
        sound = not problems
        problems += self._cases(tree, things[CASES], named.get(CASES, ()), sound=sound)
        if ACTIVITIES in named:
            problems += self._activities(tree, named[ACTIVITIES], sound=sound)
        return problems

    def _each(self, wanted: tuple[str, ...], things: dict[str, list[str]]) -> list[Problem]:
        every = [name for names in things.values() for name in names]
        problems: list[Problem] = []
        for number, name in enumerate(wanted):
            where = self.source.place((*self.at, number))
            if name in wanted[:number]:
                hint = "Name each thing once."
                problems.append(Problem("order", f"`{name}` stands here twice.", where, hint))
            elif name not in every:
                message = f"`{name}` is no activity, worksheet, case or question of this workshop."
                problems.append(Problem("order", message, where, did_you_mean(name, every)))
        return problems

    def _activities(self, tree: Mapping, wanted: tuple[str, ...], *, sound: bool) -> list[Problem]:
        agenda = tree.entries["agenda"].value
        if not isinstance(agenda, Sequence):
            return []
        activities = {name: node for name, _, node in things_in(agenda)}
        # Those that have no minutes in this length need not be named: they stay where they were.
        unnamed = [name for name in activities if name not in wanted]
        missing = [name for name in unnamed if is_in(activities[name], self.length)]
        here = self.source.place(self.at, key=True)
        problems: list[Problem] = []
        if missing:
            problems.append(order_lacks("activities", missing, here))
        elif sound and list(wanted) == [name for name in activities if name in wanted]:
            problems.append(in_order_already("activities", here))
        names, usual = list(wanted), list(activities)
        for name in unnamed:
            before = usual.index(name) - 1
            names.insert(names.index(usual[before]) + 1 if before >= 0 else 0, name)
        agenda.items[:] = [activities[name] for name in names]
        return problems

    def _cases(
        self, tree: Mapping, cases: list[str], wanted: tuple[str, ...], *, sound: bool
    ) -> list[Problem]:
        if not wanted:
            return []
        if self.chosen:
            names = [item.text for item in scalars_at(self.source.node, self.at)]
            return [
                Problem(
                    "order",
                    "This cohort chooses its cases under `scenarios`, so they have no order here.",
                    self.source.place((*self.at, names.index(wanted[0]))),
                    "Name them under `use` there, in your order, and take them out here.",
                )
            ]
        where = self.source.place(self.at, key=True)
        here = cases_at_work(tree, cases, self.length)
        if missing := [name for name in here if name not in wanted]:
            return [order_lacks("cases", missing, where)]
        mine = tuple(name for name in wanted if name in here)
        if sound and wanted == here:
            return [in_order_already("cases", where)]
        order_cases(tree, here, mine, self.length)
        return []


def order_lacks(kind: str, missing: list[str], where: Place) -> Problem:
    """Tell that an order names some things of a kind, as `activities`, and not all."""
    names = ", ".join(f"`{name}`" for name in missing)
    hint = f"Name all {kind} once, or none of them. What is not wanted goes under `leave_out`."
    return Problem("order", f"The order leaves out {names}.", where, hint)


def in_order_already(kind: str, where: Place) -> Problem:
    """Tell that the things of a kind have the order that is named."""
    message = f"The {kind} are in this order already, so this changes nothing."
    return Problem("changes-nothing", message, where, "Take them out here.")


def _ids_by_kind(tree: Mapping) -> dict[str, list[str]]:
    """Name what can be put in an order, as a workshop's file has it, shared things included."""

    def own(*at: str) -> list[str]:
        things = find(tree, at)
        return [name for name, _, _ in things_in(things)] if isinstance(things, Sequence) else []

    return {
        ACTIVITIES: own("agenda"),
        WORKSHEETS: [*own("worksheets"), *named_in(tree, ("shared_worksheets",))],
        CASES: [*own("scenarios", "own"), *named_in(tree, ("scenarios", "use"))],
        QUESTIONS: [
            *named_in(tree, (EVALUATION, "core")),
            *(name for part in FORM for name in own(EVALUATION, part)),
        ],
    }
