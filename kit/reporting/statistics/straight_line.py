"""Answers that go straight down the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST: Final = 5
"""Fewer answers may well be the same with good reason."""


def is_straight_line(values: Sequence[int]) -> bool:
    """Say whether one person's answers on one scale, five or more, are all the same.

    Nothing is wrong with them for that: they are counted in the report, and kept.
    """
    return len(values) >= SHORTEST and len(set(values)) == 1
