"""The codes of comments: each can fit something, and the questions that it names are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity
from kit.reading.cohort import load_cohort
from kit.reading.shared import SharedFiles
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.definitions.code import Code
    from kit.library import Library
    from kit.reading.shared import Origin
    from kit.reading.workshop import LoadedWorkshop


def codes(
    library: Library, loaded: Iterable[LoadedWorkshop], *, whole: bool = True
) -> Iterator[Problem]:
    """Hold the codes against the questions of these workshops, and those that all may ask.

    `whole` is false where there are more workshops than these: no question can be said to be
    missing then.
    """
    files = SharedFiles(library)
    found = files.codes()
    yield from found.problems
    asked = {item for each in loaded for item in each.items} | _added(library) if whole else set()
    for name, code in found.things.items():
        origin = found.origins[name]
        yield from _fits_nothing(code, origin)
        yield from _no_words(code, origin)
        if whole:
            yield from _unknown_items(code, origin, files, asked)


def _added(library: Library) -> set[str]:
    """Name the questions that cohorts add to their workshops."""
    read = (load_cohort(library, name)[0] for name in library.own_cohort_names())
    return {
        added.item.id
        for each in read
        if each is not None
        for changes in each.cohort.workshops.values()
        for added in changes.add
        if added.item is not None
    }


def _fits_nothing(code: Code, origin: Origin) -> Iterator[Problem]:
    if not (code.words or code.comments):
        yield Problem(
            "empty-code",
            f"The code `{code.id}` has no words, so that no comment is ever put under it.",
            origin.source.place((*origin.location, "id")),
            "Write under `words` what people say of it: `words: [practi*, try out]`.",
            Severity.WARNING,
        )


def _no_words(code: Code, origin: Origin) -> Iterator[Problem]:
    for field, texts in (("words", code.words), ("comments", code.comments)):
        for at, text in enumerate(texts):
            if not any(each.isalnum() for each in text):
                yield Problem(
                    "not-a-word",
                    f"`{text}` has no letter, so that it is in no comment.",
                    origin.source.place((*origin.location, field, at)),
                    "Write a word, or how it begins with a star behind: `practi*`.",
                )


def _unknown_items(
    code: Code, origin: Origin, files: SharedFiles, asked: set[str]
) -> Iterator[Problem]:
    shared = files.items()
    for at, item in enumerate(code.items):
        if item in asked or shared.find(item) is not None or shared.is_broken:
            continue
        yield Problem(
            "unknown-item",
            f"The code `{code.id}` is for the question `{item}`, which no form asks.",
            origin.source.place((*origin.location, "items", at)),
            did_you_mean(item, [*asked, *shared.things], "Write the id of an open question."),
            Severity.WARNING,
        )
