"""The small file that a form saves which was answered without a network: one person's answers.

`{"kit-answers": 1, "form": {…}, "token": "…", "answers": {field: value, list of values or text}}`
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kit.errors import KitError, Place, Problem
from kit.exchange.answer_table import FormName
from kit.instrument.sheet_code import ALPHABET, TOKEN_LETTERS
from kit.reading.roster_cells import shown_text

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND: Final = "kit-answers"
MOST_BYTES: Final = 200_000
"""Six texts of 4,000 letters, each of four bytes, and some room."""
_VERSION: Final = 1
_PARTS: Final = frozenset({KIND, "form", "token", "answers"})
_MAY_HAVE: Final = frozenset({"sheet"})
_FORM: Final = ("form", "version", "wording", "session")
_MOST_FIELDS: Final = 500
_TOKEN: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHEET: Final = re.compile(rf"[{ALPHABET}]{{{TOKEN_LETTERS}}}")
_LONE: Final = re.compile("[\ud800-\udfff]")
_NOT_OURS: Final = "Only files that an evaluation form saved can be taken in."


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """What such a file says: to which form, under which token, and the values of each field.

    `token` is that of a numbered sheet where the form had one, else the form's own, drawn at
    random.
    """

    form: FormName
    token: str
    given: Mapping[str, tuple[str, ...]]


def read_answer_file(content: bytes, shown: str) -> AnswerFile:
    """Read the content of such a file; `shown` is its name in messages.

    Raises:
        KitError: it is none, or was damaged or changed by hand.
    """
    try:
        data = json.loads(content, object_pairs_hook=_once)
    except _TwiceError as twice:
        raise KitError([_changed(f"`{twice}` stands in it twice.", shown)]) from None
    except (ValueError, RecursionError):
        message = "This file is damaged, or is none that an evaluation form saved."
        raise KitError([Problem("not-an-answer-file", message, Place(shown), _NOT_OURS)]) from None
    if not isinstance(data, dict) or KIND not in data:
        message = "This file has no answers to an evaluation form in it."
        raise KitError([Problem("not-an-answer-file", message, Place(shown), _NOT_OURS)])
    if data[KIND] != _VERSION or isinstance(data[KIND], bool):
        message = "This file was saved by a form of another version of the kit."
        hint = "Take it in with the version that made the form."
        raise KitError([Problem("answer-file-version", message, Place(shown), hint)])
    try:
        return _understood(data)
    except ValueError as error:
        raise KitError([_changed(str(error), shown)]) from None


class _TwiceError(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise _TwiceError(key[:40])
        made[key] = value
    return made


def _changed(what: str, shown: str) -> Problem:
    hint = "It was changed after it was saved. Ask for the file as the form saved it."
    return Problem(
        "answer-file-changed",
        f"This file is not as a form saves it: {shown_text(what)}",
        Place(shown),
        hint,
    )


def _understood(data: Mapping[str, Any]) -> AnswerFile:
    """Look at every part of the data.

    Raises:
        ValueError: one is not as a form writes it; the message says which.
    """
    if lacking := sorted(_PARTS - data.keys()):
        raise ValueError(f"`{lacking[0]}` is missing.")
    if strange := sorted(data.keys() - _PARTS - _MAY_HAVE):
        raise ValueError(f"`{strange[0][:40]}` has no place in it.")
    form, answers = data["form"], data["answers"]
    if not isinstance(form, dict) or sorted(form) != sorted(_FORM):
        raise ValueError("`form` does not say which form it is.")
    if not isinstance(answers, dict) or len(answers) > _MOST_FIELDS:
        raise ValueError("`answers` are no answers.")
    token, sheet = _text("token", data["token"]), _text("sheet", data.get("sheet", ""))
    if not _TOKEN.fullmatch(token):
        raise ValueError("`token` is none.")
    if sheet and not _SHEET.fullmatch(sheet):
        raise ValueError("`sheet` is no code of a numbered sheet.")
    name = FormName(*(_text(part, form[part]) for part in _FORM))
    given = {_text("a field", key): _texts(key, value) for key, value in answers.items()}
    return AnswerFile(name, sheet or token, given)


def _texts(key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        if len(value) > _MOST_FIELDS:
            raise ValueError(f"the answers to `{key[:40]}` are too many.")
        return tuple(_text(key, each) for each in value)
    return (_text(key, value),)


def _text(what: str, value: object) -> str:
    # Half of a pair of surrogates is no letter, and no database takes it.
    if not isinstance(value, str) or _LONE.search(value):
        raise ValueError(f"`{what[:40]}` is no text.")
    return value
