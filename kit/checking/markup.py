"""Elements of HTML in texts: the few that are kept, and a word on those that are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kit.checking.texts import place_of_words, texts_of
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.errors import Place
    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop

KEPT: Final = frozenset(
    {
        *("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a", "sup", "sub"),
        *("table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"),
    }
)
"""The elements that a text may hold, whether Markdown makes them or somebody writes them."""
# What stands in backquotes, or is an address, is shown.
_SHOWN = re.compile(r"(`+)[^`].*?\1|<(?:https?://|mailto:|[^\s<>]+@)[^<>]*>", re.DOTALL)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?:\s[^<>]*|/)?>|<!--.*?-->", re.DOTALL)


def markup(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """What stands in angle brackets is shown nowhere, unless it is one of a few elements."""
    for text in texts_of(loaded):
        if "<" not in text.words:
            continue
        for line in _named_once(text.words):
            yield _left_out(line, place_of_words(loaded, text, line))


def markup_in_terms(cohort: LoadedCohort) -> Iterator[Problem]:
    """The same of the words that a cohort puts in place of the workshops' own."""
    for name, words in cohort.cohort.terms.items():
        for line in _named_once(words):
            yield _left_out(line, cohort.place("terms", name))


def _named_once(text: str) -> tuple[str, ...]:
    """Give the first tag of each name that is left out of a text, as far as its first line."""
    tags: dict[str, str] = {}
    for tag in dropped(text):
        tags.setdefault(tag.strip("</>").split()[0].lower(), tag.split("\n", maxsplit=1)[0])
    return tuple(tags.values())


def _left_out(line: str, where: Place) -> Problem:
    return Problem(
        "dropped-tag",
        f"`{line}` is taken for HTML and left out.",
        where,
        "Write `**bold**` or `*italic*`. If it is to be read, write `&lt;` for the `<`.",
        Severity.WARNING,
    )


def dropped(text: str) -> tuple[str, ...]:
    """Give the tags of a text that are left out of it, in its order."""
    shown = _SHOWN.sub(lambda found: " " * len(found[0]), text)
    return tuple(
        found[0] for found in _TAG.finditer(shown) if (found["name"] or "").lower() not in KEPT
    )
