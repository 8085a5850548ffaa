"""Filled-in PDFs ▶ responses; what cannot be read is named by its file, and the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from kit.answers.response import Answer, Response, Status, Way
from kit.answers.soundness import MOST_LETTERS
from kit.collecting.channels import Collected
from kit.collecting.same_answers import same_answers
from kit.errors import KitError, Place, Problem, Severity
from kit.exchange.filled_pdf import MOST_BYTES, read_filled_pdf
from kit.instrument.answer_fields import OTHER
from kit.reading.text_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kit.answers.store import Store
    from kit.collecting.stamped_forms import StampedForms
    from kit.exchange.filled_pdf import FilledField, FilledPdf
    from kit.instrument.answer_fields import AnswerField
    from kit.library import Library

_MOST_LINES: Final = 12
"""Of one text that has a field for each of its lines."""
_MOST_KEPT: Final = 200_000
"""Letters of all texts of one file, as they are kept beside the answers."""


@dataclass(frozen=True, slots=True)
class _Understood:
    values: tuple[str, ...] = ()
    doubt: Mapping[str, list[str]] | None = None


def collect_pdfs(
    library: Library, paths: Sequence[Path], forms: StampedForms, store: Store | None = None
) -> Collected:
    """Read filled-in PDFs; nothing is taken in. `store` has what came in before."""
    responses: dict[str, Response] = {}
    first: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        shown = library.shown(path)
        try:
            content = read_bytes(path, shown, MOST_BYTES, "any filled-in form")
            response = _response(content, forms, shown)
        except KitError as error:
            problems += error.problems
            continue
        if response.original in responses:
            message = f"This is the same file as {first[response.original]}; it counts once."
            problems.append(Problem("same-file", message, Place(shown), severity=Severity.WARNING))
            continue
        responses[response.original] = response
        first[response.original] = shown
    by_file = {first[original]: response for original, response in responses.items()}
    problems += same_answers(by_file, store)
    return Collected(tuple(responses.values()), tuple(problems))


def _response(content: bytes, forms: StampedForms, shown: str) -> Response:
    filled = read_filled_pdf(content, shown)
    form = forms.form_of(filled.stamps, shown)
    answers = tuple(_answers(filled, form.fields))
    if not answers:
        message = "None of the fields of this PDF is of the form that it says it is."
        raise KitError([Problem("no-fields", message, Place(shown), "Ask for it again.")])
    if not any(each.values or each.status == Status.DOUBTFUL for each in answers):
        message = "Nothing is answered in this file."
        raise KitError([Problem("no-answers", message, Place(shown), severity=Severity.WARNING)])
    # Two people may give the same answers: what is known again is the file.
    original = f"pdf-{blake2b(content, digest_size=16).hexdigest()}"
    received = _received(filled, form.fields)
    return Response(form, Way.PDF, _today(), answers, original, received=received)


def _answers(filled: FilledPdf, fields: Sequence[AnswerField]) -> Iterator[Answer]:
    for each in fields:
        found = _understood(each, filled.fields)
        if found is None:
            continue
        if found.doubt is None:
            yield Answer(each.key, found.values)
        else:
            yield Answer(each.key, found.values, Status.DOUBTFUL, found.doubt)


def _received(filled: FilledPdf, fields: Sequence[AnswerField]) -> dict[str, Any]:
    """Write down what the file has in the fields of the form, and in no others."""
    room = _MOST_KEPT
    kept: dict[str, Any] = {}
    for name in (name for asked in fields for name in _names(asked)):
        found = filled.fields.get(name)
        if found is None or not (found.shown or found.named):
            continue
        named = None if found.named is None else found.named[:room]
        kept[name] = {"shown": [each[:80] for each in found.shown[:_MOST_LINES]], "named": named}
        room -= len(named or "")
    return {"fields": kept}


def _names(asked: AnswerField) -> Iterator[str]:
    """Name the fields of a file that one answer may stand in."""
    if asked.kind == "text":
        name = f"{asked.item}_{OTHER}" if asked.key.endswith(f".{OTHER}") else asked.key
        yield name
        yield from (f"{name}_{number}" for number in range(2, _MOST_LINES + 1))
    elif asked.kind == "one":
        yield asked.key
    else:
        yield from (f"{asked.key}.{value}" for value in asked.values)


def _understood(asked: AnswerField, fields: Mapping[str, FilledField]) -> _Understood | None:
    """Read one answer; None where the file has no field for it."""
    if asked.kind == "text":
        return _words(asked, fields)
    if asked.kind == "one":
        field = fields.get(asked.key)
        return None if field is None or field.is_text else _one(asked, field)
    boxes = {
        value: box
        for value in asked.values
        if (box := fields.get(f"{asked.key}.{value}")) and not box.is_text
    }
    return _several(boxes) if boxes else None


def _one(asked: AnswerField, field: FilledField) -> _Understood:
    shown = list(dict.fromkeys(field.shown))
    named = [field.named] if field.named is not None else []
    every = tuple(value for value in asked.values if value in {*shown, *named})
    if shown == named and len(every) == len(shown):
        return _Understood(every)
    return _Understood(every, _doubt(shown, named))


def _several(boxes: Mapping[str, FilledField]) -> _Understood:
    shown = [value for value, box in boxes.items() if box.shown]
    named = [value for value, box in boxes.items() if box.named is not None]
    every = tuple(value for value in boxes if value in {*shown, *named})
    return _Understood(every, None if shown == named else _doubt(shown, named))


def _doubt(shown: Sequence[str], named: Sequence[str]) -> dict[str, list[str]]:
    """Keep what the boxes show and what the fields name, where they disagree."""
    return {"shown": [each[:80] for each in shown], "named": [each[:80] for each in named]}


def _words(asked: AnswerField, fields: Mapping[str, FilledField]) -> _Understood | None:
    found = [field for each in _names(asked) if (field := fields.get(each)) and field.is_text]
    if not found:
        return None
    texts = ((field.named or "").replace("\r\n", "\n").replace("\r", "\n") for field in found)
    words = "\n".join(text for each in texts if (text := each.strip()))
    if len(words) > MOST_LETTERS:
        return _Understood((words[:MOST_LETTERS],), {"shown": ["cut"], "named": []})
    return _Understood((words,) if words else ())


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
