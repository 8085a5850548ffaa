"""What a report has shown, as the ledger keeps it: of which groups of respondents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Cell:
    """A group of respondents of which figures are shown: who answered one thing.

    `field` names what was asked: the key of a field or the id of its item, with whatever tells it
    apart in front of it or behind it, set off by a slash, a plus or a blank (`end/can-respond`).
    `members` are the ids of the responses with an answer that counts: the figures' denominator.
    """

    field: str
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Release:
    """A report that somebody may have seen. `scope` says of what, such as `interns-2027/needs`."""

    id: int
    day: date
    scope: str
    cells: frozenset[Cell]
