"""Elements of HTML in texts: the few that are kept, and a word on those that are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kit.checking.texts import place_of_words, texts_of
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        told: set[str] = set()
        for tag in dropped(text.words):
            name = tag.strip("</>").split()[0].lower()
            if name in told:
                continue
            told.add(name)
            line = tag.split("\n", maxsplit=1)[0]
            yield Problem(
                "dropped-tag",
                f"`{line}` is taken for HTML and left out.",
                place_of_words(loaded, text, line),
                "Write `**bold**` or `*italic*`. If it is to be read, write `&lt;` for the `<`.",
                Severity.WARNING,
            )


def dropped(text: str) -> tuple[str, ...]:
    """Give the tags of a text that are left out of it, in its order."""
    shown = _SHOWN.sub(lambda found: " " * len(found[0]), text)
    return tuple(
        found[0] for found in _TAG.finditer(shown) if (found["name"] or "").lower() not in KEPT
    )
