"""Every citation has its work, and every work its citation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.checking.texts import place_of_words, texts_of
from kit.definitions import citation as written
from kit.errors import Problem, Severity
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop

_DOI_IN_WORDS = re.compile(r"doi\.org/|\bdoi:|\b10\.\d{4,9}/\S", re.IGNORECASE)


def citations(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """What is cited is listed, what is listed is cited or to be read; DOIs stand where they should.

    Works that are listed and exist nowhere are found when the files are read.
    """
    workshop = loaded.workshop
    listed = dict.fromkeys((*workshop.references, *workshop.reading))
    cited: set[str] = set()
    for text in texts_of(loaded):
        for key, well_formed in written.citations(text.words):
            cited.add(key)
            if well_formed and key in listed:
                continue
            where = place_of_words(loaded, text, f"@{key}")
            if not well_formed:
                yield Problem(
                    "broken-citation",
                    f"The citation of `{key}` is not written as citations are.",
                    where,
                    "Write `[@straus2013]`, and two as `[@straus2013; @welch2016]`.",
                )
            else:
                hint = (
                    f"Add `{key}` to `references`."
                    if key in loaded.references
                    else did_you_mean(key, listed)
                )
                yield Problem(
                    "unknown-citation",
                    f"The work `{key}` is cited, but this workshop does not list it under "
                    "`references`.",
                    where,
                    hint,
                )
    for at, key in enumerate(workshop.references):
        if key not in cited and key not in workshop.reading:
            yield Problem(
                "uncited-reference",
                f"No text cites the work `{key}`.",
                loaded.place("references", at),
                f"Write `[@{key}]` where it supports a sentence, name it under `reading`, or take "
                "it out here.",
                Severity.WARNING,
            )
    yield from _dois(loaded, [key for key in listed if key in loaded.references])


def cited_in(loaded: LoadedWorkshop) -> set[str]:
    """Give the keys of all works that a text of a workshop cites."""
    return {key for text in texts_of(loaded) for key, _ in written.citations(text.words)}


def _dois(loaded: LoadedWorkshop, keys: list[str]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for key in keys:
        work = loaded.references[key]
        doi = (work.doi or "").lower()
        if doi and doi in first:
            yield Problem(
                "doi-twice",
                f"The works `{first[doi]}` and `{key}` have the same DOI.",
                loaded.place_of("reference", key, "doi"),
                "One of the two is wrong, or they are one work.",
                Severity.WARNING,
            )
        if doi:
            first.setdefault(doi, key)
        if doi.endswith((".", ",", ";")):
            yield Problem(
                "doi-form",
                f"The DOI of `{key}` ends in a punctuation mark.",
                loaded.place_of("reference", key, "doi"),
                "Leave the mark out: it belonged to the sentence that the DOI was copied from.",
                Severity.WARNING,
            )
        for part in ("authors", "title", "source", "note"):
            if _DOI_IN_WORDS.search(getattr(work, part) or ""):
                yield Problem(
                    "doi-form",
                    f"The `{part}` of `{key}` holds a DOI.",
                    loaded.place_of("reference", key, part),
                    "Write it under `doi`, without `https://doi.org/`.",
                    Severity.WARNING,
                )
