"""How hard a text is to read, as a school grade of the United States.

The Automated Readability Index: 4.71 × letters per word + 0.5 × words per sentence - 21.43
(Senter RJ, Smith EA. Automated Readability Index. AMRL-TR-66-220, 1967). It counts letters, not
syllables: so it needs no dictionary, and gives the same figure on every machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST_WORDS: Final = 4
"""A run of fewer words is a label, not a sentence, and is not counted. So is what a point cuts off,
as in “Dr.”."""

_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+|<[^>]*>")
_BREAK = re.compile(r"(?<=[.!?])[”’\"')*_]*\s+|\n\s*\n|\n\s*(?:[-*>]|\d+\.)\s+")
_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Level:
    """How many sentences, words and letters a text has, and the grade that they come to."""

    sentences: int = 0
    words: int = 0
    letters: int = 0

    @property
    def grade(self) -> float:
        """The index; 0 for a text without a sentence."""
        if not self.sentences or not self.words:
            return 0.0
        return 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43

    def __add__(self, other: Level) -> Level:
        """Read two texts as one."""
        return Level(
            self.sentences + other.sentences,
            self.words + other.words,
            self.letters + other.letters,
        )


def level_of(texts: Iterable[str]) -> Level:
    """Count sentences, words, and letters or figures in texts in Markdown."""
    level = Level()
    for text in texts:
        for sentence in _BREAK.split(_ADDRESS.sub(" ", text)):
            words = _WORD.findall(sentence)
            if len(words) >= FEWEST_WORDS:
                letters = sum(character.isalnum() for word in words for character in word)
                level += Level(1, len(words), letters)
    return level


def longest_sentence(text: str) -> str:
    """Give the sentence of a text that has the most words."""
    sentences = _BREAK.split(_ADDRESS.sub(" ", text))
    return max(sentences, key=lambda sentence: len(_WORD.findall(sentence))).strip()


def words_in(sentence: str) -> int:
    """Count the words of a sentence."""
    return len(_WORD.findall(sentence))
