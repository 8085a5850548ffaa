"""Responses ▶ rows of the database, and back."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from kit.answers.database import DamagedAnswersError
from kit.answers.response import Answer, Response, Status, Way
from kit.answers.stored import Entry, StoredResponse
from kit.instrument.description import FormDescription

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
)
_NOTHING: Final = "{}"
"""Most answers have no evidence."""


def as_json(value: Any) -> str:
    """Write a value as short as it goes; equal values give equal text."""
    return _ENCODER.encode(value)


def form_row(form: FormDescription) -> tuple[str, ...]:
    """Give a form's row; its key is a digest of what makes it this form."""
    return _form_row(form, form.for_report)


# What equal forms may have otherwise is told apart by the second argument.
@lru_cache(maxsize=64)
def _form_row(form: FormDescription, _: tuple[Any, ...]) -> tuple[str, ...]:
    digest = blake2b(as_json(form.identity()).encode(), digest_size=16).hexdigest()
    text = as_json(form.to_data())
    return digest, form.form, form.version, form.wording, form.session, text


def received_text(response: Response) -> str:
    """Write down what came in with a response."""
    return received_json(response.received) if response.received else _NOTHING


def received_json(received: Mapping[str, Any]) -> str:
    """Write down what came in: in ASCII, for others may send halves of letters."""
    return json.dumps(dict(received), separators=(",", ":"), allow_nan=False)


def entry_row(
    response_id: str, number: int, answer: Answer, who: str, day: date
) -> tuple[str | int, ...]:
    """Give the row of one answer, the `number`th of its field, from 0."""
    return (
        response_id,
        answer.field,
        number,
        _written(answer.values),
        answer.status.value,
        as_json(dict(answer.evidence)) if answer.evidence else _NOTHING,
        who,
        day.isoformat(),
    )


def entry_of(row: Sequence[Any]) -> Entry:
    """Read the row of one answer, from its field on.

    Raises:
        DamagedAnswersError: it is none that the kit wrote.
    """
    field, given, status, evidence, who, day = row
    try:
        about = {} if evidence == _NOTHING else dict(json.loads(evidence))
        answer = Answer(str(field), _values(given), Status(status), about)
        return Entry(answer, str(who), _day(day))
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedAnswersError(f"an answer cannot be read: {error}") from error


# The same few numbers and days stand in thousands of rows.
@lru_cache(maxsize=1024)
def _written(values: tuple[str, ...]) -> str:
    return as_json(list(values))


@lru_cache(maxsize=1024)
def _values(given: str) -> tuple[str, ...]:
    values = json.loads(given)
    if not isinstance(values, list):
        raise TypeError("not a list of values")
    return tuple(map(str, values))


@lru_cache(maxsize=1024)
def _day(text: str) -> date:
    return date.fromisoformat(text)


def form_of_row(description: str) -> FormDescription:
    """Read the description of a form.

    Raises:
        DamagedAnswersError: it is none that the kit wrote.
    """
    try:
        return FormDescription.from_data(json.loads(description))
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedAnswersError(f"a form cannot be read: {error}") from error


def stored_response(
    row: Sequence[Any], form: FormDescription, entries: Iterable[Entry]
) -> StoredResponse:
    """Put a response together: `entries` are all of its answers, of each field the oldest first.

    Raises:
        DamagedAnswersError: the row is none that the kit wrote.
    """
    response_id, way, day, original, token, aside, received = row
    by_field: dict[str, list[Entry]] = {}
    for entry in entries:
        by_field.setdefault(entry.answer.field, []).append(entry)
    answered = _in_order(by_field, form)
    try:
        response = Response(
            form=form,
            way=Way(way),
            day=_day(day),
            answers=tuple(each[-1].answer for each in answered),
            original=str(original),
            token=token,
            received={} if received == _NOTHING else dict(json.loads(received)),
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedAnswersError(f"a response cannot be read: {error}") from error
    history = tuple(entry for each in answered if len(each) > 1 for entry in each)
    return StoredResponse(str(response_id), response, history, bool(aside))


def _in_order(by_field: Mapping[str, list[Entry]], form: FormDescription) -> list[list[Entry]]:
    return [by_field[field.key] for field in form.fields if field.key in by_field]
