"""What a form asks, down to the single answer: the fields that every way back fills."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from kit.definitions.item import (
    BeforeNowItem,
    ChoiceItem,
    CodeItem,
    CommitmentItem,
    ScaleItem,
    TextItem,
    ZeroToTenItem,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.instrument.form import Form, Question

FieldKind = Literal["one", "several", "text"]
"""One of the values, any number of them, or words."""

NOT_APPLICABLE: Final = "na"
OTHER: Final = "other"
"""The values that are no numbers."""
_TOP: Final = 10


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One thing to answer. `key` names it on paper, on the web, in files and in the store.

    The key is the item's id, with a part where an item asks for more than one answer:
    `can-write-goal.before`, `can-write-goal.now`, `commitment.what`, `commitment.with-whom`,
    `commitment.by-when`, `pace.other`. `values` are what may be answered, as text (`1` is the first
    of a scale or a list, a recommendation goes from `0` to `10`, `na` and `other` are words), and
    `labels` are the words for them in the same order; both are empty for a field of words. A field
    that `is_code` finds a person's answers to another form.

    The rest is what a report goes by: the kind of the item (`scale`, `before-now`, `choice` …), the
    ids of its scale and of the objective that it measures, whether its result opens the report, and
    the stem of the form that the text completes, empty where it is a sentence of its own.
    Fields are one and the same whatever stands there, and it is empty in a form that an earlier kit
    described.
    """

    key: str
    item: str
    kind: FieldKind
    text: str
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    is_code: bool = False
    asked: str = field(default="", compare=False)
    scale: str = field(default="", compare=False)
    objective: str = field(default="", compare=False)
    headline: bool = field(default=False, compare=False)
    stem: str = field(default="", compare=False)

    def label_of(self, value: str) -> str:
        """Give the words for a value, or the value where there are none."""
        return dict(zip(self.values, self.labels, strict=True)).get(value, value)


def fields_of(form: Form) -> tuple[AnswerField, ...]:
    """Give the fields of a form in the order in which it asks."""
    return tuple(
        replace(
            each,
            asked=question.item.kind,
            scale=_scale_of(question),
            objective=question.item.objective or "",
            headline=isinstance(question.item, ScaleItem) and question.item.headline,
            stem=section.stem,
        )
        for section in form.sections
        for question in section.questions
        for each in _fields(question)
    )


def _scale_of(question: Question) -> str:
    return question.item.scale if isinstance(question.item, ScaleItem | BeforeNowItem) else ""


def _fields(question: Question) -> Iterator[AnswerField]:
    item = question.item
    match item:
        case CodeItem():
            yield AnswerField(item.id, item.id, "text", item.text, is_code=True)
        case TextItem():
            yield AnswerField(item.id, item.id, "text", item.text)
        case CommitmentItem():
            for part, words in (
                ("what", item.what),
                ("with-whom", item.with_whom),
                ("by-when", item.by_when),
            ):
                yield AnswerField(f"{item.id}.{part}", item.id, "text", f"{item.text}: {words}")
        case ZeroToTenItem():
            values = tuple(str(number) for number in range(_TOP + 1))
            labels = (f"0 ({item.lowest})", *values[1:-1], f"{_TOP} ({item.highest})")
            yield AnswerField(item.id, item.id, "one", item.text, values, labels)
        case ChoiceItem():
            yield from _of_choice(item)
        case BeforeNowItem():
            for time in ("before", "now"):
                values, labels = _of_scale(question)
                text = f"{item.text} ({time})"
                yield AnswerField(f"{item.id}.{time}", item.id, "one", text, values, labels)
        case _:
            yield AnswerField(item.id, item.id, "one", item.text, *_of_scale(question))


def _of_choice(item: ChoiceItem) -> Iterator[AnswerField]:
    values, labels = _numbered(item.options)
    if item.other:
        values, labels = (*values, OTHER), (*labels, OTHER)
    kind: FieldKind = "several" if item.several else "one"
    yield AnswerField(item.id, item.id, kind, item.text, values, labels)
    if item.other:
        yield AnswerField(f"{item.id}.{OTHER}", item.id, "text", f"{item.text}: {OTHER}")


def _of_scale(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    scale = question.scale
    if scale is None:
        return (), ()
    values, labels = _numbered(scale.labels)
    if scale.not_applicable:
        return (*values, NOT_APPLICABLE), (*labels, scale.not_applicable)
    return values, labels


def _numbered(labels: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(str(number) for number in range(1, len(labels) + 1)), labels
