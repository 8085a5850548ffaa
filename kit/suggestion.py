"""A way out for a name that nobody knows."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_NAMED = 32
_NEAR = 0.65
"""How alike two names must be: at less, words that have nothing in common pass for slips."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that was probably meant, whatever its capitals."""
    names = {each.lower(): each for each in reversed(tuple(known))}
    close = get_close_matches(name.lower(), names, n=1, cutoff=_NEAR)
    return names[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str], none: str = "") -> str:
    """Suggest the nearest known name; without one name them all, or say `none` if there are none.

    Where there are too many to name and none is near, the hint is empty.
    """
    names = tuple(dict.fromkeys(known))
    if not names:
        return none
    if near := nearest(name, names):
        return f"Did you mean `{near}`?"
    if len(names) > _MOST_NAMED:
        return ""
    return "There is: " + ", ".join(f"`{each}`" for each in names) + "."
