"""What was found at a place, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.reading.path import Path

_SHORT = 40


@dataclass(frozen=True)
class Found:
    """One error of pydantic, with what the definitions say about the place."""

    path: Path
    key: str
    input: Any
    limits: dict[str, Any]

    @property
    def meaning(self) -> str:
        """What belongs there, as the definition describes it."""
        field = self.path.field
        return field.description or "" if field else ""


@dataclass(frozen=True)
class Wording:
    """A problem's code, message and hint."""

    code: str
    message: str
    hint: str = ""


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Find the known name that was probably meant."""
    close = get_close_matches(given.lower(), list(known), n=1)
    return close[0] if close else None


def did_you_mean(given: str, known: tuple[str, ...]) -> str:
    """Suggest the nearest of the known names, or list them."""
    if meant := nearest(given, known):
        return f"Did you mean `{meant}`?"
    if not known:
        return ""
    return "Known here: " + ", ".join(f"`{each}`" for each in known) + "."


def for_key(found: Found) -> str:
    """Name the key that a value is for, where there is one."""
    return f" for `{found.key}`" if found.key else ""


def shorten(text: str) -> str:
    """Give the beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"
