"""What a report is about: a session, a cohort, a workshop, a series, or all that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from kit.reporting.session_facts import SessionFacts

Kind: TypeAlias = Literal["session", "cohort", "workshop", "series", "all"]


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of sessions; `name` is empty for all of them."""

    kind: Kind = "all"
    name: str = ""

    def may_cover(self, name: str) -> bool:
        """Say by the name of a session alone whether it may be in it."""
        match self.kind:
            case "session":
                return name == self.name
            case "cohort":
                return name.partition("/")[0] == self.name
            case _:
                return True

    def covers(self, session: SessionFacts) -> bool:
        """Say whether a session is in it."""
        match self.kind:
            case "session":
                return session.name == self.name
            case "cohort":
                return session.cohort == self.name
            case "workshop":
                return session.workshop == self.name
            case "series":
                return session.series.casefold() == self.name.casefold() != ""
            case _:
                return True

    @property
    def key(self) -> str:
        """Name it in the ledger of what was released: the same for every report about the same."""
        return f"{self.kind} {self.name}".strip()

    @property
    def folder(self) -> str:
        """Give the folder of its report, from that of all reports."""
        if self.kind in {"session", "cohort"}:
            return self.name
        if self.kind == "all":
            return "all"
        name = "-".join("".join(c if c.isalnum() else " " for c in self.name.casefold()).split())
        return f"{self.kind}-{name}"
