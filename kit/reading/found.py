"""What was found at a place, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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


def for_key(found: Found) -> str:
    """Name the key that a value is for, where there is one."""
    return f" for `{found.key}`" if found.key else ""


def shorten(text: str) -> str:
    """Give the beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"
