"""What may be shown of a group: each set of answers asks at the gate before it becomes figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.answers.released import Cell
from kit.reporting.disclosure.gate import Verdict
from kit.reporting.findings import Why
from kit.reporting.same_people import fewest_people

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.reporting.disclosure.gate import Gate


@dataclass(frozen=True, slots=True)
class Admitted:
    """Whose answers may be counted together; `late` came in since, too few to be added."""

    members: frozenset[str]
    late: int = 0


@dataclass
class Admission:
    """Asks the gate, and keeps what it let through for the ledger.

    Ask for what matters most first: what is let through limits what comes after it. `sessions` says
    of each form, by its id, at which session it was given: several forms may be of one person, and
    a group is as large as the people in it.
    """

    gate: Gate
    sessions: Mapping[str, str] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)

    def ask(self, name: str, members: frozenset[str]) -> Admitted | Why:
        """Say whose answers to a field may be shown; where none may, why not.

        Where a few forms came in since figures were released, the figures stay as they were: their
        difference would be the answers of these few.
        """
        if not members:
            return Why.NONE
        few = self._people(members) < self.gate.threshold
        verdict = Verdict.SMALL if few else self.gate.ask(Cell(name, members))
        if verdict is Verdict.OPEN:
            self.cells.append(Cell(name, members))
            return Admitted(members)
        if verdict is Verdict.SMALL:
            return Why.FEW
        earlier = self.gate.earlier(name, members)
        if earlier and self._may_stay(name, earlier):
            self.cells.append(Cell(name, earlier))
            return Admitted(earlier, late=len(members) - len(earlier))
        return Why.REST

    def _may_stay(self, name: str, earlier: frozenset[str]) -> bool:
        enough = self._people(earlier) >= self.gate.threshold
        return enough and self.gate.ask(Cell(name, earlier)) is Verdict.OPEN

    def _people(self, members: frozenset[str]) -> int:
        """Give the fewest people from whom these forms can be; each unknown one has its own."""
        known = [self.sessions[each] for each in members if each in self.sessions]
        return fewest_people(known) + len(members) - len(known)
