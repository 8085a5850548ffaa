"""No sentence stands in two bundled workshops word for word, but for what they share."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Final

from kit.checking.texts import texts_of
from kit.library import Library, find_library
from kit.reading.workshop import load_workshops

FEWEST_WORDS: Final = 4
"""“Count to seven.” may well stand twice."""
_MARKS = re.compile(r"[*_>]|\[@[^\]]*\]")
_BREAK = re.compile(r"(?<=[.!?:])[”’\"]*\s+|\n\s*\n|\n\s*[-*]\s+")
_SHARED = ("evaluation", "follow_up", "purpose")
"""Comes from `shared/follow-up.yaml`."""
_LABELS = {
    *("title", "columns", "labels", "item", "keywords", "licence", "authors", "stem", "terms"),
}


def sentences(text: str) -> set[str]:
    """The sentences of a text in the letters that a reader sees."""
    found = (" ".join(part.split()) for part in _BREAK.split(_MARKS.sub("", text)))
    return {each for each in found if len(each.split()) >= FEWEST_WORDS}


def test_each_workshop_says_things_in_its_own_words() -> None:
    library = Library(None, find_library(Path(__file__).parent).bundled)
    loaded, problems = load_workshops(library, library.workshop_names())
    assert not problems
    where: dict[str, set[str]] = defaultdict(set)
    for workshop in loaded:
        for text in texts_of(workshop):
            if text.shared or text.location == _SHARED:
                continue
            if not _LABELS & set(map(str, text.location)):
                for sentence in sentences(text.words):
                    where[sentence].add(workshop.name)
    twice = {sentence: names for sentence, names in where.items() if len(names) > 1}
    assert twice == {}


def test_a_sentence_is_told_from_its_marks() -> None:
    assert sentences("**Ask for one thing.** Say *how long* it takes [@welch2016].\n\nGo.") == {
        "Ask for one thing.",
        "Say how long it takes .",
    }
