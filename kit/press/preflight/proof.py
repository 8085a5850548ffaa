"""What the checks look at, and how they speak of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.press.preflight.sheets import Mark, Sheets

_QUOTED = 60
_INNER_QUOTES = str.maketrans("“”", "\u2018’")


@dataclass(frozen=True, slots=True)
class Proof:
    """A document as it was printed: its pages, its faces, and what the engine said of its signs.

    `document` is the engine's; `unembedded` names faces that are not in the file; `boxed` are signs
    that no face has, printed as empty boxes. Of those in `told` it is said elsewhere that another
    face shows them.
    """

    sheets: Sheets
    document: Any
    unembedded: tuple[str, ...] = ()
    boxed: str = ""
    told: frozenset[str] = frozenset()


def warning(code: str, message: str, hint: str) -> Problem:
    """Make a finding of it: a person decides whether it matters."""
    return Problem(code, message, hint=hint, severity=Severity.WARNING)


def quoted(text: str) -> str:
    """Quote the beginning of a text, cut between words."""
    whole = " ".join(text.split()).translate(_INNER_QUOTES)
    if len(whole) <= _QUOTED:
        return f"“{whole}”"
    cut = whole[:_QUOTED].rpartition(" ")[0] or whole[:_QUOTED]
    return f"“{cut} …”"


def on_pages(numbers: Sequence[int]) -> str:
    """Name pages for the beginning of a sentence: `Page 3`, `Pages 1 to 4`, `Pages 2 and 7`."""
    if len(numbers) == 1:
        return f"Page {numbers[0]}"
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:  # noqa: PLR2004
        return f"Pages {first} to {last}"
    return f"Pages {', '.join(str(number) for number in numbers[:-1])} and {last}"


def words_of(marks: Iterable[Mark]) -> str:
    """Join the lines of text among marks."""
    return " ".join(mark.words for mark in marks if mark.words)


def rounded(number: float, to: int = 5) -> int:
    """Round up to a number that a person would say."""
    return max(1, round(number)) if number < to else -(-round(number) // to) * to
