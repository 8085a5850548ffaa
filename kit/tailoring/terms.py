"""Words that change from place to place: `{{ mentor }}` in a text is replaced, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from kit.definitions.base import Definition

D = TypeVar("D", bound="Definition")

BLANK: Final = "\ue000"
"""Stands for a term that nobody has filled in: documents draw a line to write on."""

_TERM = re.compile(r"\{\{([^{}]*)\}\}")


def term_marks(text: str) -> tuple[tuple[str, str], ...]:
    """Give each term of a text as it is written, braces and all, with its name."""
    if "{{" not in text:
        return ()
    return tuple((match[0], match[1].strip()) for match in _TERM.finditer(text))


def substitute(text: str, terms: Mapping[str, str | None]) -> str:
    """Replace every declared term; one without words becomes `BLANK`, an unknown one stays.

    What is put in is not looked through again, so a word can never call for another.
    """
    if "{{" not in text:
        return text

    def word(match: re.Match[str]) -> str:
        name = match[1].strip()
        return (terms[name] or BLANK) if name in terms else match[0]

    return _TERM.sub(word, text)


def apply_terms(model: D, terms: Mapping[str, str | None]) -> D:
    """Replace the terms in every text below a definition; what has none is not copied.

    Ids stay as they are: their pattern leaves no room for braces, and keys are not texts.
    """
    replaced: D = _replace(model, terms)
    return replaced


def _replace(value: Any, terms: Mapping[str, str | None]) -> Any:
    if isinstance(value, str):
        replaced = substitute(value, terms)
        return replaced if replaced != value else value
    if isinstance(value, tuple):
        items = tuple(_replace(item, terms) for item in value)
        return items if _any_new(items, value) else value
    if isinstance(value, BaseModel):
        fields = {name: _replace(each, terms) for name, each in value.__dict__.items()}
        changed = {name: new for name, new in fields.items() if new is not value.__dict__[name]}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, Mapping):
        entries = {key: _replace(each, terms) for key, each in value.items()}
        if not _any_new(entries.values(), value.values()):
            return value
        # Definitions hold read-only mappings of a type that takes a mapping to be made.
        return type(value)(entries)  # type: ignore[call-arg]
    return value


def _any_new(new: Any, old: Any) -> bool:
    return any(one is not other for one, other in zip(new, old, strict=True))
