"""Responses ▶ a table with one row each, and the codebook that explains its columns.

Items are matched by their ids: an item that two forms, versions or languages share has one column.
What was asked differently is told apart by the columns for the form's version and wording, and is
explained in the codebook for each of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kit.answers.response import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.answers.response import Answer
    from kit.answers.stored import StoredResponse
    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription

ABOUT: Final = {
    "response": "The name of the response, drawn at random; `kit responses withdraw` takes it.",
    "session": "The cohort and the session, or the workshop where there is no cohort.",
    "form": "The form’s name.",
    "version": "Changes with what is asked and how it can be answered: answers of one add up.",
    "wording": "Changes with the words of the form, such as a translation.",
    "language": "The language of the form.",
    "way": "How it came back: scan, web, file, pdf or table.",
    "day": "The day on which it came back.",
    "to_review": "Columns that are empty only because nobody has looked at the answer yet.",
}
"""The columns before the answers, and what they hold."""
BETWEEN: Final = " "
"""What stands between several answers to one question, and between names of columns."""
CODEBOOK: Final = (
    *("column", "item", "form", "version", "wording", "language", "kind", "question"),
    *("value", "means"),
)


def column_keys(forms: Iterable[FormDescription]) -> tuple[str, ...]:
    """Give the columns of the answers to all these forms, in the order in which they ask."""
    ordered = sorted(
        {(form.form, form.version): form for form in forms}.items(),
        key=lambda entry: (entry[0][0], -len(entry[1].fields), entry[0][1]),
    )
    keys: list[str] = []
    for _, form in ordered:
        before = -1
        for field in form.fields:
            if field.key in keys:
                before = keys.index(field.key)
            else:
                before += 1
                keys.insert(before, field.key)
    return tuple(keys)


def without_code(stored: StoredResponse) -> StoredResponse:
    """Leave out the code by which a person's answers are linked: an export ties none together."""
    response = stored.response
    codes = {field.key for field in response.form.fields if field.is_code}
    if not codes:
        return stored
    fields = tuple(field for field in response.form.fields if field.key not in codes)
    answers = tuple(each for each in response.answers if each.field not in codes)
    form = replace(response.form, fields=fields)
    return replace(stored, response=replace(response, form=form, answers=answers), history=())


def response_row(stored: StoredResponse, keys: Sequence[str]) -> tuple[str, ...]:
    """Write one response as a row. An answer that somebody has yet to look at is left out."""
    response, form = stored.response, stored.response.form
    sure = {each.field: each for each in response.answers if each.status != Status.DOUBTFUL}
    to_review = [each.field for each in response.answers if each.status == Status.DOUBTFUL]
    return (
        *(stored.id, form.session, form.form, form.version, form.wording, form.language),
        *(str(response.way), response.day.isoformat(), BETWEEN.join(to_review)),
        *(_cell(sure[key]) if key in sure else "" for key in keys),
    )


def _cell(answer: Answer) -> str:
    return BETWEEN.join(answer.values)


def codebook(forms: Iterable[FormDescription], keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Explain the columns: a row for each value of each field of each wording of each form."""
    for name, words in ABOUT.items():
        yield (name, *[""] * 6, words, "", "")
    asked = {(form.form, form.version, form.wording, form.language): form for form in forms}
    for key in keys:
        for names, form in sorted(asked.items(), key=lambda entry: entry[0]):
            if field := form.field(key):
                head = (key, field.item, *names, field.kind, field.text)
                yield from ((*head, value, means) for value, means in _values(field))


def _values(field: AnswerField) -> Iterable[tuple[str, str]]:
    return zip(field.values, field.labels, strict=True) if field.values else [("", "")]
