"""Participants read between two patients: their texts are short and plain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.checking.reading_level import Level, level_of, longest_sentence, words_in
from kit.checking.texts import place_of_words, texts_of
from kit.errors import Problem, Severity
from kit.tailoring.terms import substitute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.checking.texts import Text
    from kit.errors import Place
    from kit.reading.workshop import LoadedWorkshop

HARDEST: Final = 8.0
"""The grade that what participants read may reach: the kit's own limit."""

LONGEST_SENTENCE: Final = 35
"""Words of a sentence: the kit's own limit."""

FEWEST_WORDS: Final = 60
"""A part with fewer words says too little about itself for a figure."""

_CALIBRATED_FOR: Final = "en"
_FOR_PARTICIPANTS: Final = (
    "objectives",
    "key_points",
    "prework",
    "agenda",
    "worksheets",
    "stages",
    "diary",
    "scenarios",
    "take_away",
    "evaluation",
    "disclosure",
)
_NO_TEXT: Final = ("id", "kind", "scale", "objective", "uses", "use", "core", "lengths", "from")
"""Keys that hold names, not texts."""


def readability(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """No part of what participants read is harder than it may be, and no sentence very long."""
    for name, texts in _parts(loaded).items():
        for text in texts:
            yield from _long_sentence(loaded, text)
        level = _level(loaded, texts)
        if level.words < FEWEST_WORDS or level.grade <= HARDEST:
            continue
        hardest = max(texts, key=lambda text: words_in(longest_sentence(text.words)))
        yield Problem(
            "hard-to-read",
            f"What participants read in {name} is at grade {level.grade:.1f}; {HARDEST:g} is the "
            "most (Automated Readability Index: word length and sentence length).",
            _place(loaded, hardest),
            f"It has {level.letters / level.words:.1f} letters a word and "
            f"{level.words / level.sentences:.0f} words a sentence. Take shorter words, and begin "
            "with the longest sentence, which is here.",
            Severity.WARNING,
        )


def _long_sentence(loaded: LoadedWorkshop, text: Text) -> Iterator[Problem]:
    words = words_in(longest_sentence(text.words))
    if words > LONGEST_SENTENCE:
        yield Problem(
            "long-sentence",
            f"A sentence for participants has {words} words; {LONGEST_SENTENCE} are the most.",
            _place(loaded, text),
            "Make two of it.",
            Severity.WARNING,
        )


def _place(loaded: LoadedWorkshop, text: Text) -> Place:
    """Find the line in which the longest sentence of a text begins."""
    beginning = " ".join(longest_sentence(text.words).split()[:3])
    return place_of_words(loaded, text, beginning)


def reading_level(loaded: LoadedWorkshop) -> Level | None:
    """Read all that participants read as one text; None in a language with no such figure."""
    parts = _parts(loaded)
    if not parts:
        return None
    whole = Level()
    for texts in parts.values():
        whole += _level(loaded, texts)
    return whole


def _level(loaded: LoadedWorkshop, texts: list[Text]) -> Level:
    terms = dict(loaded.workshop.terms)
    for vocabulary in reversed(tuple(loaded.vocabularies.values())):
        terms |= vocabulary.all_terms
    language = loaded.workshop.language
    return level_of(substitute(text.words, terms, language) for text in texts)


def _parts(loaded: LoadedWorkshop) -> dict[str, list[Text]]:
    """Sort participants' texts by what they stand in, named as a message names it."""
    parts: dict[str, list[Text]] = {}
    if not loaded.workshop.language.startswith(_CALIBRATED_FOR):
        return parts
    for text in texts_of(loaded):
        if text.for_instructor or (text.location and text.location[-1] in _NO_TEXT):
            continue
        if name := _part(loaded, text):
            parts.setdefault(name, []).append(text)
    return parts


def _part(loaded: LoadedWorkshop, text: Text) -> str | None:
    if text.shared:
        kind, name = text.shared
        return "the shared items" if kind in {"item", "scale"} else f"the {kind} `{name}`"
    match text.location:
        case ("worksheets", int(number), *_):
            return f"the worksheet `{loaded.workshop.worksheets[number].id}`"
        case ("scenarios", "own", int(number), *_) if loaded.workshop.scenarios:
            return f"the scenario `{loaded.workshop.scenarios.own[number].id}`"
        case (str(part), *_) if part in _FOR_PARTICIPANTS:
            return f"`{part}`"
    return None
