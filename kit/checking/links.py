"""Addresses in texts can be followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.checking.texts import place_of_words, texts_of
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop

_BARE = re.compile(r"(?<!\]\()(?<!<)(?<!`)\b(?:https?://|www\.)[^\s)>\]]+")


def links(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """An address is written as a link: a bare one cannot be clicked, and breaks badly on paper."""
    for text in texts_of(loaded):
        if "://" not in text.words and "www." not in text.words:
            continue
        for found in _BARE.finditer(text.words):
            yield Problem(
                "bare-address",
                "This address is no link.",
                place_of_words(loaded, text, found[0]),
                f"Write `[words to click]({found[0].rstrip('.,;:')})`, or `<…>` around it.",
                Severity.WARNING,
            )
