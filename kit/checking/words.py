"""How rules speak of several things."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(names: Iterable[str]) -> str:
    """Write names as in a sentence: `a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) <= 1:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: 1 minute, 2 minutes."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
