"""What may be shown of a group: each set of answers asks at the gate before it becomes figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.answers.released import Cell
from kit.reporting.disclosure.gate import Verdict
from kit.reporting.findings import Why

if TYPE_CHECKING:
    from kit.reporting.disclosure.gate import Gate


@dataclass(frozen=True, slots=True)
class Admitted:
    """Whose answers may be counted together; `late` came in since, too few to be added."""

    members: frozenset[str]
    late: int = 0


@dataclass
class Admission:
    """Asks the gate, and keeps what it let through for the ledger.

    Ask for what matters most first: what is let through limits what comes after it.
    """

    gate: Gate
    cells: list[Cell] = field(default_factory=list)

    def ask(self, name: str, members: frozenset[str]) -> Admitted | Why:
        """Say whose answers to a field may be shown; where none may, why not.

        Where a few forms came in since figures were released, the figures stay as they were: their
        difference would be the answers of these few.
        """
        if not members:
            return Why.NONE
        verdict = self.gate.ask(Cell(name, members))
        if verdict is Verdict.OPEN:
            self.cells.append(Cell(name, members))
            return Admitted(members)
        if verdict is Verdict.SMALL:
            return Why.FEW
        earlier = self.gate.earlier(name, members)
        if earlier and self.gate.ask(Cell(name, earlier)) is Verdict.OPEN:
            self.cells.append(Cell(name, earlier))
            return Admitted(earlier, late=len(members) - len(earlier))
        return Why.REST
