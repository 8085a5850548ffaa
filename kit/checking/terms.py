"""Every `{{ term }}` has a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.texts import place_of_words, texts_of
from kit.errors import Problem, Severity
from kit.reading.texts import texts_of as texts_below
from kit.suggestion import did_you_mean
from kit.tailoring.contacts import SAFE_CONTACT
from kit.tailoring.terms import term_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop


def terms(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Terms are declared, filled and written as they should be."""
    lists = tuple(loaded.vocabularies.values())
    secret = {name for each in lists for name in each.instructor_terms}
    declared = dict(loaded.workshop.terms)
    for each in lists:
        declared |= each.all_terms
    used: set[str] = set()
    for text in texts_of(loaded):
        if "{{" not in text.words and "}}" not in text.words:
            continue
        if text.shared is None and text.location[0] == "terms":
            yield Problem(
                "term-in-term",
                f"The term `{text.location[1]}` calls for another term.",
                loaded.place(*text.location),
                "Write its words out: terms are not looked up in terms.",
            )
            continue
        marks = term_marks(text.words)
        # Words of a vocabulary are put into the workshop's texts when its own are in place already.
        here = loaded.workshop.terms if text.shared and text.shared[0] == "vocabulary" else declared
        rest = text.words
        for written, name in marks:
            rest = rest.replace(written, "")
            used.add(name)
            if name not in here:
                yield Problem(
                    "unknown-term",
                    f"The workshop `{loaded.name}` declares no term `{name}`.",
                    place_of_words(loaded, text, written),
                    did_you_mean(name, here) or f"Write `{name}:` with its words under `terms`.",
                )
            if name in secret and not text.for_instructor:
                yield Problem(
                    "instructor-term",
                    f"The term `{name}` is the instructor’s, and participants read this text.",
                    place_of_words(loaded, text, written),
                    "Take it out here, or move it from `instructor_terms` to `terms` of the role "
                    "vocabulary.",
                )
        for brace in ("{{", "}}"):
            if brace in rest:
                yield Problem(
                    "broken-term",
                    f"`{brace}` stands here without its partner.",
                    place_of_words(loaded, text, brace),
                    "A term is written `{{ name }}`, on one line.",
                )
    yield from _in_documents(loaded)
    yield from _unfilled(loaded, used)


def _in_documents(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Documents of their own bring words with them, and are made for every workshop."""
    known = loaded.all_terms
    for name, document in loaded.documents.items():
        for path, text in texts_below(document):
            for written, term in term_marks(text):
                if term not in known:
                    yield Problem(
                        "unknown-term",
                        f"The document `{name}` has no term `{term}`: `{written}`, in `{path}`.",
                        loaded.place_of("document", name),
                        did_you_mean(term, known)
                        or f"Write `{term}:` with its words under its `terms`.",
                    )


def _unfilled(loaded: LoadedWorkshop, used: set[str]) -> Iterator[Problem]:
    declared = loaded.workshop.terms
    if not declared.get(SAFE_CONTACT):
        yield Problem(
            "no-safe-contact",
            "Nobody is named whom participants can turn to when something goes beyond mentoring.",
            loaded.place("terms", SAFE_CONTACT),
            f"Fill in `{SAFE_CONTACT}` under `terms`. Until then the documents show a line to "
            "write on.",
            Severity.WARNING,
        )
    for name, words in declared.items():
        if not words and name in used and name != SAFE_CONTACT:
            yield Problem(
                "unfilled-term",
                f"The term `{name}` has no words: the documents show a line to write on.",
                loaded.place("terms", name),
                "Write its words behind the colon.",
                Severity.WARNING,
            )
