"""The educator's codes, and which of them fit a comment."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kit.errors import KitError
from kit.reading.plain_name import without_marks
from kit.reading.shared import SharedFiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.definitions.code import Code
    from kit.library import Library

_LEFT: Final = "\N{LEFT SINGLE QUOTATION MARK}"
_APOSTROPHES: Final = str.maketrans("", "", f"'’`{_LEFT}\N{MODIFIER LETTER APOSTROPHE}")
_WORDS: Final = re.compile(r"[^\W_]+")
_PARTS: Final = re.compile(r"[^\W_]+\*?")


class Codebook:
    """Codes in the order of their file."""

    def __init__(self, codes: Iterable[Code]) -> None:
        self.codes = tuple(codes)

    def codes_of(self, item: str, comment: str) -> tuple[Code, ...]:
        """Give the codes that fit a comment to a question; of a commitment, what will be done."""
        words = _words(comment)
        # Blanks around each word tell its beginning and its end apart from those of others.
        text = f" {' '.join(words)} "
        return tuple(
            code
            for code, seen, begins in self._compiled
            if (not code.items or item in code.items)
            and ((seen and seen.search(text)) or any(words[: len(each)] == each for each in begins))
        )

    @cached_property
    def _compiled(self) -> tuple[tuple[Code, re.Pattern[str] | None, list[list[str]]], ...]:
        return tuple(
            (code, _seen(code), [found for each in code.comments if (found := _words(each))])
            for code in self.codes
        )


def load_codebook(library: Library) -> Codebook:
    """Read the project's codes, or the bundled ones where it has none.

    Raises:
        KitError: the file has mistakes.
    """
    found = SharedFiles(library).codes()
    if found.problems:
        raise KitError(found.problems)
    return Codebook(found.things.values())


def _plain(text: str) -> str:
    return without_marks(text.translate(_APOSTROPHES)).casefold()


def _words(text: str) -> list[str]:
    return _WORDS.findall(_plain(text))


def _seen(code: Code) -> re.Pattern[str] | None:
    patterns = list(filter(None, map(_pattern, code.words)))
    return re.compile("|".join(patterns)) if patterns else None


def _pattern(phrase: str) -> str:
    """Make ` more  practi[^ ]* ` of `more practi*`."""
    parts = _PARTS.findall(_plain(phrase))
    return f" {' '.join(_each(parts))} " if parts else ""


def _each(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        whole = re.escape(part.removesuffix("*"))
        yield f"{whole}[^ ]*" if part.endswith("*") else whole
