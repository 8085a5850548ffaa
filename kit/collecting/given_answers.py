"""Values by field, as a form on a screen gives them ▶ the answers to every field of the form."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from kit.answers.response import Answer
from kit.answers.soundness import MOST_LETTERS
from kit.reading.roster_cells import shown_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription

_MOST_SHOWN: Final = 40


def mistakes(given: Mapping[str, Sequence[str]], form: FormDescription) -> Iterator[str]:
    """Say what of it is no answer to the form, in words for whoever collects."""
    for key, values in given.items():
        field = form.field(key)
        if field is None:
            yield f"The form does not ask `{shown_text(key)[:_MOST_SHOWN]}`."
        elif field.kind == "text":
            if len(values) > 1 or any(len(each) > MOST_LETTERS for each in values):
                yield f"`{key}` takes one text of up to {MOST_LETTERS:,} letters."
        else:
            yield from _of_choice(field, values)


def _of_choice(field: AnswerField, values: Sequence[str]) -> Iterator[str]:
    known = ", ".join(f"`{each}`" for each in field.values)
    for value in values:
        if value not in field.values:
            shown = " ".join(shown_text(value).split())[:_MOST_SHOWN]
            yield f"`{field.key}` cannot be answered with “{shown}”; there is {known}."
    if max(Counter(values).values(), default=0) > 1:
        yield f"`{field.key}` has one answer twice."
    elif field.kind == "one" and len(values) > 1:
        yield f"`{field.key}` takes one answer and has {len(values)}."


def answers_given(given: Mapping[str, Sequence[str]], form: FormDescription) -> tuple[Answer, ...]:
    """Give an answer to every field, also to those left blank: on a screen a blank is one.

    There must be no `mistakes`.
    """
    return tuple(Answer(each.key, _values(each, given.get(each.key, ()))) for each in form.fields)


def as_received(given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Write down, for a response, what was given, as it was given."""
    return {"answers": {key: list(values) for key, values in given.items()}}


def digest_of(way: str, form: FormDescription, token: str, answers: Sequence[Answer]) -> str:
    """Digest what was given, so that the same thing is known when it comes again."""
    said = [form.session, form.version, token, [[each.field, *each.values] for each in answers]]
    text = json.dumps(said, ensure_ascii=True, separators=(",", ":"))
    return f"{way}-{blake2b(text.encode(), digest_size=16).hexdigest()}"


def _values(field: AnswerField, given: Sequence[str]) -> tuple[str, ...]:
    if field.kind == "text":
        words = (normalize("NFC", each).replace("\r\n", "\n").strip() for each in given)
        return tuple(each for each in words if each)
    return tuple(value for value in field.values if value in given)
