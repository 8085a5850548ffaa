"""A question as the report shows it: one item, through every version that was given out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from kit.definitions.evaluation import completed
from kit.instrument.answer_fields import NOT_APPLICABLE, OTHER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription

Asked: TypeAlias = Literal[
    "scale", "before-now", "choice", "zero-to-ten", "commitment", "text", "code"
]

_TEN: Final = tuple(str(number) for number in range(11))
_TIMES: Final = ("before", "now")
_FEWEST_OF_A_SCALE: Final = 4
"""A form that was kept before forms said what they ask: fewer values are a choice."""


@dataclass(frozen=True, slots=True)
class Question:
    """An item: what it asks, and how it can be answered.

    `stem` is what the text completes in the form, empty where the text stands by itself.
    `values` are what counts, from the lowest up, without the answer that counts as none; `labels`
    are their words. `workshop` names whose objective it measures. A question is `reworded` where
    forms in one language asked it in different words: its answers add up, and the report says so.
    """

    id: str
    asked: Asked
    text: str
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    several: bool = False
    scale: str = ""
    objective: str = ""
    headline: bool = False
    reworded: bool = False
    stem: str = ""

    @property
    def sentence(self) -> str:
        """What it asks, as a sentence."""
        return completed(self.stem, self.text)

    @property
    def boxes(self) -> int:
        """How many of the uppermost answers count as agreement: two of five, one of fewer.

        The two uppermost boxes are the headline form of published workshops; of a scale of three or
        four they would be half of it or more.
        """
        return 2 if len(self.values) > _FEWEST_OF_A_SCALE else 1

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the fields that have its answers."""
        if self.asked == "before-now":
            return tuple(f"{self.id}.{time}" for time in _TIMES)
        if self.asked == "commitment":
            return tuple(f"{self.id}.{part}" for part in ("what", "with-whom", "by-when"))
        return (self.id,)

    def number(self, given: Iterable[str]) -> int | None:
        """Give the place of an answer among the values, the lowest 0; None for any other."""
        found = tuple(given)
        return self.values.index(found[0]) if len(found) == 1 and found[0] in self.values else None


def questions_of(forms: Iterable[FormDescription]) -> tuple[Question, ...]:
    """Give the questions of these forms, each once, in the order of the first that asks them.

    Those of one id whose answers do not add up, since another scale was offered, are questions of
    their own.
    """
    found: dict[tuple[str, ...], tuple[Question, str]] = {}
    for form in forms:
        for each in _in_form(form):
            key = (each.id, each.asked, str(each.several), *each.values)
            known = found.get(key)
            if known is None:
                found[key] = each, form.language
                continue
            first, language = known
            if language == form.language and _words(first) != _words(each) and not first.reworded:
                found[key] = replace(first, reworded=True), language
    return tuple(question for question, _ in found.values())


def _words(question: Question) -> tuple[str, ...]:
    return (question.text, *question.labels)


def _in_form(form: FormDescription) -> Iterable[Question]:
    fields: dict[str, list[AnswerField]] = {}
    for field in form.fields:
        fields.setdefault(field.item, []).append(field)
    for item, several in fields.items():
        first = several[0]
        values, labels = _counting(first)
        yield Question(
            id=item,
            asked=asked_of(several),
            text=text_of(several),
            values=values,
            labels=labels,
            several=first.kind == "several",
            scale=first.scale,
            objective=first.objective,
            headline=first.headline,
            stem=first.stem,
        )


def _counting(field: AnswerField) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [
        (value, label)
        for value, label in zip(field.values, field.labels, strict=True)
        if value != NOT_APPLICABLE
    ]
    return tuple(value for value, _ in pairs), tuple(label for _, label in pairs)


def asked_of(fields: list[AnswerField]) -> Asked:
    """Say what kind of question these fields are of.

    A form kept before forms said so is known by the shape of its fields.
    """
    first = fields[0]
    return cast("Asked", first.asked) if first.asked else _shape_of(fields)


def _shape_of(fields: list[AnswerField]) -> Asked:
    first = fields[0]
    parts = tuple(field.key.removeprefix(field.item).removeprefix(".") for field in fields)
    choice = first.kind == "several" or OTHER in first.values
    few = NOT_APPLICABLE not in first.values and len(first.values) < _FEWEST_OF_A_SCALE
    shapes: tuple[tuple[bool, Asked], ...] = (
        (first.is_code, "code"),
        (parts == _TIMES, "before-now"),
        (parts[0] == "what", "commitment"),
        (first.kind == "text", "text"),
        (first.values == _TEN, "zero-to-ten"),
        (choice or few, "choice"),
    )
    return next((asked for fits, asked in shapes if fits), "scale")


def text_of(fields: list[AnswerField]) -> str:
    """Give the words of the item that these fields are of, without those of its parts."""
    first = fields[0].text
    if len(fields) == 1:
        return first
    if first.endswith(f" ({_TIMES[0]})"):
        return first.removesuffix(f" ({_TIMES[0]})")
    shared = first
    for field in fields[1:]:
        while not field.text.startswith(shared):
            shared = shared[:-1]
    return shared.rstrip().removesuffix(":") or first
