"""The gate that every figure passes before it is shown, in a report or an export of aggregates."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from kit.reporting.disclosure.known_sums import KnownSums

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.answers.released import Cell

THRESHOLD: Final = 5
"""Respondents of the smallest group of which figures are shown."""


class Verdict(Enum):
    """Whether the figures of a cell may be shown, or why not."""

    OPEN = "open"
    SMALL = "small"
    """It has fewer members than the threshold, or none."""
    COMPLEMENT = "complement"
    """With what was shown before, in this report or an earlier one, a small group's figures could
    be worked out."""


class Gate:
    """Decides on cells one by one, each against all that was released before.

    Ask in the order of importance: the whole selection first, then its parts, the largest first.
    What is open counts as released from then on.
    """

    def __init__(self, threshold: int = THRESHOLD, released: Iterable[Cell] = ()) -> None:
        self.threshold = threshold
        self._released: dict[str, dict[frozenset[str], None]] = {}
        self._known: dict[str, KnownSums] = {}
        for cell in released:
            self._released.setdefault(cell.field, {})[cell.members] = None

    def ask(self, cell: Cell) -> Verdict:
        """Decide whether the figures of a cell may be shown; what was shown may be shown again.

        Not where the threshold is higher now: then it would not be what the report says of itself.
        """
        released = self._released.setdefault(cell.field, {})
        if len(cell.members) < self.threshold:
            return Verdict.SMALL
        if cell.members in released:
            return Verdict.OPEN
        known = self._known_of(cell.field).copy()
        if not known.add_safely(cell.members):
            return Verdict.COMPLEMENT
        self._known[cell.field] = known
        released[cell.members] = None
        return Verdict.OPEN

    def earlier(self, field: str, members: frozenset[str]) -> frozenset[str] | None:
        """Find the largest released group of these that lacks fewer than the threshold of them.

        Its figures may be shown again while a few late answers wait; None where there is none.
        """
        least = len(members) - self.threshold
        near = (
            group
            for group in self._released.get(field, ())
            if least < len(group) <= len(members) and group <= members
        )
        return max(near, key=lambda group: (len(group), sorted(group)), default=None)

    def _known_of(self, field: str) -> KnownSums:
        if field not in self._known:
            known = self._known[field] = KnownSums(self.threshold)
            for members in self._released[field]:
                known.add(members)
        return self._known[field]
