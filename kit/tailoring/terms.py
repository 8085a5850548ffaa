"""Words that change from place to place: `{{ mentor }}` in a text is replaced.

Nothing else is, but an English article right before it: “a {{ mentor }}” becomes “an advisor”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import BaseModel

from kit.tailoring.articles import article_for

if TYPE_CHECKING:
    from kit.definitions.base import Definition

D = TypeVar("D", bound="Definition")

BLANK: Final = "\ue000"
"""Stands for a term that nobody has filled in: documents draw a line to write on."""

_TERM = re.compile(r"\{\{([^{}]*)\}\}")
_TERM_WITH_ARTICLE = re.compile(
    # The article is a word of its own; signs of Markdown may stand between it and the term.
    r"""(?:(?<![^\s(\[*_"'“\u2018—–])(?P<article>[Aa]n?)(?P<between>\s+(?:>\s*)*[*_"'“\u2018]*))?"""
    r"""(?P<mark>\{\{(?P<name>[^{}]*)\}\})"""
)


def term_marks(text: str) -> tuple[tuple[str, str], ...]:
    """Give each term of a text as it is written, braces and all, with its name."""
    if "{{" not in text:
        return ()
    return tuple((match[0], match[1].strip()) for match in _TERM.finditer(text))


def substitute(text: str, terms: Mapping[str, str | None], language: str) -> str:
    """Replace every declared term; one without words becomes `BLANK`, an unknown one stays.

    In English, “a” or “an” right before a term follows its words. What is put in is not looked
    through again, so a word can never call for another.
    """
    if "{{" not in text:
        return text
    is_english = language.partition("-")[0] == "en"

    def word(match: re.Match[str]) -> str:
        name = match["name"].strip()
        if name not in terms:
            return match[0]
        words = terms[name] or BLANK
        article, between = match["article"] or "", match["between"] or ""
        if article and is_english and _is_article(text, match.start("article"), article):
            article = article[0] + (article_for(words) or article)[1:]
        return article + between + words

    return _TERM_WITH_ARTICLE.sub(word, text)


def _is_article(text: str, start: int, article: str) -> bool:
    """Say whether this is the word “a”: not in code, and not a name as in “Form A”."""
    if text.count("`", 0, start) % 2:
        return False
    before = text[:start].rstrip("*_")
    begins = before[-1:] in {*"\n“\u2018\"'([", ""} or before.rstrip(" ->–—")[-1:] in {
        *".!?:…”\n",
        "",
    }
    return begins or article != "A"


def apply_terms(model: D, terms: Mapping[str, str | None], language: str) -> D:
    """Replace the terms in every text below a definition; what has none is not copied.

    Ids stay as they are: their pattern leaves no room for braces, and keys are not texts.
    """
    replaced: D = _replace(model, terms, language)
    return replaced


def _replace(value: Any, terms: Mapping[str, str | None], language: str) -> Any:
    if isinstance(value, str):
        replaced = substitute(value, terms, language)
        return replaced if replaced != value else value
    if isinstance(value, tuple):
        items = tuple(_replace(item, terms, language) for item in value)
        return items if _any_new(items, value) else value
    if isinstance(value, BaseModel):
        fields = {name: _replace(each, terms, language) for name, each in value.__dict__.items()}
        changed = {name: new for name, new in fields.items() if new is not value.__dict__[name]}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, Mapping):
        entries = {key: _replace(each, terms, language) for key, each in value.items()}
        if not _any_new(entries.values(), value.values()):
            return value
        # Definitions hold read-only mappings of a type that takes a mapping to be made.
        return type(value)(entries)  # type: ignore[call-arg]
    return value


def _any_new(new: Any, old: Any) -> bool:
    return any(one is not other for one, other in zip(new, old, strict=True))
