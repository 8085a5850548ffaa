"""A way out for a name that nobody knows."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_NAMED = 12


def did_you_mean(name: str, known: Iterable[str], none: str = "") -> str:
    """Suggest the nearest known name; without one name them all, or say `none` if there are none.

    Where there are too many to name and none is near, the hint is empty.
    """
    names = tuple(dict.fromkeys(known))
    if not names:
        return none
    if near := get_close_matches(name, names, n=1):
        return f"Did you mean `{near[0]}`?"
    if len(names) > _MOST_NAMED:
        return ""
    return "There is: " + ", ".join(f"`{each}`" for each in names) + "."
