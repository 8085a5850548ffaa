"""What a page sends in, read: one person's answers, as JSON or as a plain HTML form posts them.

Everything here comes from a stranger's browser. What is no answer to the form is refused whole; no
message ever repeats what was sent.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import parse_qsl

from kit.answers.response import Response, Way
from kit.collecting.given_answers import answers_given, as_received, digest_of, mistakes
from kit.instrument.sheet_code import ALPHABET, TOKEN_LETTERS, read_code

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kit.instrument.description import FormDescription

LARGEST: Final = 200_000
"""Bytes: six texts of 4,000 letters, each of four bytes, and some room."""
_MOST_FIELDS: Final = 500
_TOKEN: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SHEET: Final = re.compile(rf"[{ALPHABET}]{{{TOKEN_LETTERS}}}")
_READ_AS: Final = str.maketrans("ILO", "110")
_LONE: Final = re.compile("[\ud800-\udfff]")
_NAMES: Final = ("version", "wording", "session")
_OWN: Final = "_"
"""Begins the names of what a page says besides the answers."""

Reason = Literal["unreadable", "form-changed", "refused", "empty", "unknown-code"]
"""Why something was not taken: the page has words for each."""


class NotTakenError(ValueError):
    """Answers that cannot be taken as they are; `reason` says which words the page has for it."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent in: to which form, under which token, and the answers as they came.

    `token` is the page's own, drawn at random; `sheet` that of a numbered sheet of paper, typed or
    from its address, or empty.
    """

    version: str
    wording: str
    session: str
    token: str
    sheet: str
    given: Mapping[str, tuple[str, ...]]


def read_json(body: bytes) -> Submission:
    """Read what the page's script sends.

    Raises:
        NotTakenError: it is nothing that the script writes.
    """
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise NotTakenError("unreadable") from None
    if not isinstance(data, dict) or not isinstance(data.get("answers"), dict):
        raise NotTakenError("unreadable")
    form = data.get("form")
    if not isinstance(form, dict) or len(data["answers"]) > _MOST_FIELDS:
        raise NotTakenError("unreadable")
    given = {_text(key): _texts(value) for key, value in data["answers"].items()}
    version, wording, session = (_text(form.get(name)) for name in _NAMES)
    token, sheet = _text(data.get("token")), _text(data.get("sheet", ""))
    return Submission(version, wording, session, token, sheet, given)


def read_form(body: bytes) -> Submission:
    """Read what a browser sends that runs no script (`application/x-www-form-urlencoded`).

    Raises:
        NotTakenError: it is nothing that the page's form sends.
    """
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        raise NotTakenError("unreadable") from None
    own: dict[str, str] = {}
    given: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        if name.startswith(_OWN):
            own[name] = value
        elif value.strip():
            given[name] = (*given.get(name, ()), value)
    version, wording, session = (_text(own.get(f"_{name}")) for name in _NAMES)
    token, sheet = _text(own.get("_token")), own.get("_sheet", "")
    return Submission(version, wording, session, token, sheet, given)


def typed_sheet(text: str) -> str | None:
    """Read the token of a numbered sheet: by itself, or in the code that stands on the sheet.

    Give an empty text where nothing was typed, and None where it is no code.
    """
    plain = text.strip()
    if not plain:
        return ""
    if code := read_code(plain[:100]):
        return code.token
    letters = re.sub(r"[\s-]", "", plain[:100]).upper().translate(_READ_AS)
    return letters if _SHEET.fullmatch(letters) else None


def response_of(submission: Submission, form: FormDescription, day: date) -> Response:
    """Give the response that a submission is: every field of the form, also those left blank.

    On a screen a blank is one: nothing was overlooked.

    Raises:
        NotTakenError: it answers another version of the form, is empty, or is not its answer.
    """
    if submission.session != form.session or submission.version != form.version:
        raise NotTakenError("form-changed")
    if not _TOKEN.fullmatch(submission.token):
        raise NotTakenError("unreadable")
    if any(mistakes(submission.given, form)):
        raise NotTakenError("refused")
    answers = answers_given(submission.given, form)
    if not any(each.values for each in answers):
        raise NotTakenError("empty")
    token = submission.sheet or submission.token
    return Response(
        form=form,
        way=Way.WEB,
        day=day,
        answers=answers,
        original=digest_of("web", form, token, answers),
        token=token,
        received=as_received(submission.given),
    )


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        if len(value) > _MOST_FIELDS:
            raise NotTakenError("unreadable")
        return tuple(map(_text, value))
    return (_text(value),)


def _text(value: Any) -> str:
    # Half of a pair of surrogates is no letter, and no database takes it.
    if not isinstance(value, str) or _LONE.search(value):
        raise NotTakenError("unreadable")
    return value
