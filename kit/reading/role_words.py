"""The words that a list of roles lacks: counted off it, or its workshop’s for any list.

Who writes a list of their own need say no more than its roles. What the workshop's texts ask of a
list beside that stands under `roles` of the workshop, in words that suit every list.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

    from kit.definitions.vocabulary import Vocabulary, VocabularyChoice

_TERM: Final = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_SMALL: Final = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS: Final = {2: "twenty", 3: "thirty", 4: "forty"}
_COLUMNS: Final = 3
"""Senior, peer, junior: a mosaic has so many tiles for each role."""
_SHARE: Final = 3
"""One name on more than a third of the roles, or on more than two, is a risk."""
_FEW: Final = 4
_ENOUGH: Final = 6
"""So many tiles that are alive are enough of a list with six roles or more; of others, four."""


def with_words(
    vocabulary: Vocabulary, choice: VocabularyChoice, own: Collection[str], language: str
) -> Vocabulary:
    """Give a list with the words of its workshop for any list, where it has none itself.

    What is counted off the list, such as how many roles it has, may stand in the workshop's words.
    `own` are the terms of the workshop itself: they are left alone.
    """
    plain, secret = _counted(vocabulary, language)
    plain, secret = {**plain, **choice.terms}, {**secret, **choice.instructor_terms}
    said = vocabulary.all_terms
    words = {**plain, **secret, **said}

    def lacking(usual: dict[str, str]) -> dict[str, str]:
        return {
            name: _TERM.sub(lambda match: words.get(match[1], match[0]), text)
            for name, text in usual.items()
            if name not in said and name not in own
        }

    terms = {**lacking(plain), **vocabulary.terms}
    instructor_terms = {**lacking(secret), **vocabulary.instructor_terms}
    return vocabulary.model_copy(
        update={
            "terms": MappingProxyType(terms),
            "instructor_terms": MappingProxyType(instructor_terms),
        }
    )


def _counted(vocabulary: Vocabulary, language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Count what texts say of a list: words for everyone, and for the instructor."""
    roles = len(vocabulary.roles)
    limit = max(2, roles // _SHARE)

    def number(value: int) -> str:
        return _in_words(value) if language.partition("-")[0] == "en" else str(value)

    plain = {
        "roles_title": vocabulary.title,
        "roles_limit": number(limit),
        "roles_over": number(limit + 1),
    }
    secret = {
        "roles_count": number(roles),
        "roles_tiles": number(roles * _COLUMNS),
        "roles_alive": number(_ENOUGH if roles >= _ENOUGH else _FEW),
        "roles_lines": number(len(vocabulary.lines)),
        "roles_key": _key(vocabulary),
    }
    return plain, secret


def _key(vocabulary: Vocabulary) -> str:
    """Name the role behind each line, as the guide reads them out."""
    titles = {role.id: _inside(role.title) for role in vocabulary.roles}
    behind = (
        titles[line.role] + (f" ({titles[line.also]})" if line.also in titles else "")
        for line in vocabulary.lines
        if line.role in titles
    )
    return ", ".join(behind) + "."


def _inside(title: str) -> str:
    """Write a title within a sentence; what begins with two capitals, such as “ICU,” stays."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _in_words(value: int) -> str:
    if value < len(_SMALL):
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
