"""Questions and answers that have the same words: systems that keep words alone mix them up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kit.errors import Problem, Severity
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.exchange.questionnaire import Questionnaire

_HINT = "Give each words of its own in the definition; capitals and punctuation do not count."


def same_words(asked: Questionnaire) -> Iterator[Problem]:
    """Warn of what would not find back by its words."""
    for same in _alike((each.text, each.key) for each in asked.form.fields):
        message = f"These ask in the same words, and their answers cannot be told apart: {same}."
        yield Problem("same-words", message, hint=_HINT, severity=Severity.WARNING)
    for each in (each for block in asked.blocks for each in block.asked):
        for same in _alike((label, label) for label in each.labels):
            message = f"`{each.field.key}` has answers in the same words: {same}."
            yield Problem("same-words", message, hint=_HINT, severity=Severity.WARNING)


def _alike(named: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Give the names of what has the same words, in their order."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for words, name in named:
        groups[key_of(words)].append(name)
    return (", ".join(f"`{each}`" for each in group) for group in groups.values() if group[1:])
