"""Whether a response is one that the store can keep: looked at once more before it is kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kit.answers.response import Answer, Status
from kit.answers.rows import as_json, received_text
from kit.errors import Problem
from kit.reading.text_file import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.answers.response import Response
    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription

MOST_LETTERS: Final = 20_000
"""Of one answer in words; a page written by hand has some 2,000."""
_MOST_EVIDENCE: Final = 100_000
_MOST_RECEIVED: Final = 2_000_000
_MOST_WORDS: Final = 200
"""Letters of a digest, a token, or of who corrected something."""


def response_problems(response: Response) -> Iterator[Problem]:
    """Find what keeps a response from being kept."""
    fields = {field.key: field for field in response.form.fields}
    for answer in response.answers:
        yield from _problems(answer, response.form, fields.get(answer.field))
    for field, count in Counter(each.field for each in response.answers).items():
        if count > 1:
            yield _unsound(f"`{field}` is answered {count} times in one response.")
    for what, text in (("original", response.original), ("token", response.token or "-")):
        if not text or len(text) > _MOST_WORDS or INVISIBLE.search(text):
            yield _unsound(f"The {what} of a response is no plain word.")
    try:
        if len(received_text(response)) > _MOST_RECEIVED:
            yield _unsound("What came in is too long to be kept.")
    except (ValueError, TypeError, RecursionError) as error:
        yield _unsound(f"What came in cannot be written down: {error}.")


def answer_problems(answer: Answer, form: FormDescription) -> Iterator[Problem]:
    """Find what keeps an answer from being kept as one to this form."""
    yield from _problems(answer, form, form.field(answer.field))


def _problems(
    answer: Answer, form: FormDescription, field: AnswerField | None
) -> Iterator[Problem]:
    if field is None:
        yield _unsound(f"The form `{form.form}` ({form.version}) does not ask `{answer.field}`.")
        return
    if field.kind == "text":
        if len(answer.values) > 1 or any(len(each) > MOST_LETTERS for each in answer.values):
            yield _unsound(f"`{field.key}` takes one text of up to {MOST_LETTERS:,} letters.")
    else:
        if unknown := [each for each in answer.values if each not in field.values]:
            known = ", ".join(f"`{each}`" for each in field.values)
            yield _unsound(
                f"`{field.key}` cannot be answered with `{unknown[0]}`; there is {known}."
            )
        if len(set(answer.values)) < len(answer.values):
            yield _unsound(f"`{field.key}` has one answer twice.")
        # What is doubtful may be two marks where one was asked for: a person decides.
        if field.kind == "one" and len(answer.values) > 1 and answer.status != Status.DOUBTFUL:
            yield _unsound(f"`{field.key}` takes one answer and has {len(answer.values)}.")
    try:
        if answer.evidence and len(as_json(dict(answer.evidence))) > _MOST_EVIDENCE:
            yield _unsound(f"The evidence for `{field.key}` is too long.")
    except (ValueError, TypeError, RecursionError) as error:
        yield _unsound(f"The evidence for `{field.key}` cannot be written down: {error}.")


def plainly(answer: Answer) -> Answer:
    """Give the answer without what no file may hold, and its words without space around them."""
    values = (INVISIBLE.sub("", _line_breaks(each)).strip() for each in answer.values)
    return Answer(answer.field, tuple(filter(None, values)), answer.status, answer.evidence)


def _line_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unsound(message: str) -> Problem:
    return Problem(
        "not-an-answer", message, hint="Nothing of this was kept. See whether it is of this form."
    )
