"""Answer files of those who had no network ▶ responses; what is broken is named, the rest counts.

A file's name is used in messages alone: it may be a person's.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from kit.answers.response import Response, Way
from kit.collecting.channels import Collected
from kit.collecting.given_answers import answers_given, as_received, digest_of, mistakes
from kit.collecting.known_forms import KnownForms
from kit.errors import KitError, Place, Problem, Severity
from kit.exchange.answer_file import MOST_BYTES, read_answer_file
from kit.reading.text_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from kit.answers.store import Store
    from kit.exchange.answer_file import AnswerFile
    from kit.library import Library

ENDINGS: Final = (".json",)


def collect_files(library: Library, paths: Sequence[Path], store: Store | None) -> Collected:
    """Read answer files; nothing is taken in. `store` has what came in before, if there is one."""
    forms = KnownForms(library)
    problems: list[Problem] = []
    by_token: dict[str, list[tuple[Path, Response]]] = defaultdict(list)
    for path in paths:
        shown = library.shown(path)
        try:
            content = read_bytes(path, shown, MOST_BYTES, "any answers")
            response = _response(read_answer_file(content, shown), forms, shown)
        except KitError as error:
            problems += error.problems
            continue
        by_token[str(response.token)].append((path, response))
    responses = []
    for token, found in by_token.items():
        (path, response), *others = found
        if any(other.original != response.original for _, other in others):
            problems += _two_of_one([each for each, _ in found], library)
        elif _is_in_otherwise(store, response, token):
            problems.append(_in_otherwise(library.shown(path)))
        else:
            responses.append(response)
    return Collected(tuple(responses), tuple(problems))


def _response(file: AnswerFile, forms: KnownForms, shown: str) -> Response:
    form = forms.find(file.form)
    if form is None:
        named = file.form
        message = (
            f"This answers a form of `{named.session}` that this project does not know: "
            f"`{named.form}`, version {named.version}."
        )
        hint = "Is it another project’s? Else build the form again as it was given out."
        raise KitError([Problem("unknown-form", message, Place(shown), hint)])
    if wrong := list(mistakes(file.given, form)):
        hint = "It was changed after it was saved. Ask for the file as the form saved it."
        raise KitError(Problem("not-an-answer", each, Place(shown), hint) for each in wrong)
    answers = answers_given(file.given, form)
    if not any(each.values for each in answers):
        message = "Nothing is answered in this file."
        raise KitError([Problem("no-answers", message, Place(shown), severity=Severity.WARNING)])
    original = digest_of("file", form, file.token, answers)
    received = as_received(file.given)
    return Response(form, Way.FILE, _today(), answers, original, file.token, received)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _two_of_one(paths: Sequence[Path], library: Library) -> list[Problem]:
    names = ", ".join(library.shown(path) for path in paths)
    message = f"One person saved several files with different answers: {names}. None was taken in."
    hint = "Keep the last one that was saved, move the others away, and run this again."
    return [Problem("two-of-one-person", message, Place(library.shown(paths[0])), hint)]


def _is_in_otherwise(store: Store | None, response: Response, token: str) -> bool:
    if store is None or store.has_original(response.original):
        return False
    return store.has_token(token)


def _in_otherwise(shown: str) -> Problem:
    return Problem(
        "in-otherwise",
        "This person’s answers are in already, and counted once. If this file says something "
        "else, it was left out.",
        Place(shown),
        severity=Severity.WARNING,
    )
