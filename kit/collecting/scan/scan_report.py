"""What became of a scan, in figures and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.errors import Problem


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What was taken in, what waits for a person, and what was not read.

    `pages` are all that were looked at, `not_read` those that should have been read and were not,
    `backs` blank ones. `taken` and `to_review` count rows of boxes with something on them, `blanks`
    those without and places for words without any, `written` places with words; `again` are sheets
    that were in already, `aside` those that may be: they are kept and not counted.
    """

    pages: int
    not_read: int
    backs: int
    sheets: int
    again: int
    aside: int
    taken: int
    to_review: int
    blanks: int
    written: int
    problems: tuple[Problem, ...]
