"""Example answers to the forms of the bundled cohorts: made by a program, and nobody's.

They show what a report looks like. They never go into anybody's records: the only store that takes
them is one in a folder that is gone afterwards.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from kit.answers.response import Answer, Response, Status, Way
from kit.answers.response_id import response_id_of
from kit.answers.store import ANSWERS, Store
from kit.answers.stored import Entry, StoredResponse
from kit.collecting.given_answers import mistakes
from kit.definitions.example_responses import ExampleFile
from kit.errors import KitError, Problem, Severity
from kit.instrument.description import described
from kit.instrument.form import form_of
from kit.library import COHORTS, WORKSHOPS, Library
from kit.pipeline.documents import prepare
from kit.pipeline.request import Request
from kit.reading.json_syntax import json_problem
from kit.reading.text_file import read_text
from kit.reading.validation import validate
from kit.reading.yaml_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.example_responses import ExampleResponse, LookedAt
    from kit.definitions.example_responses import ExampleSession as Written
    from kit.definitions.session_record import SessionRecord
    from kit.instrument.description import FormDescription
    from kit.pipeline.ready import Ready
    from kit.reading.yaml_source import Source

RESPONSES: Final = "responses"
"""The folder of the example answers, beside the cohorts."""
MAKE_THEM: Final = "make example-responses"
"""The command that makes them anew."""


@dataclass(frozen=True, slots=True)
class ExampleSession:
    """A session, by its name `cohort/session`, with its record and what came back to its forms.

    `responses` are as the store would give them, in the order of their ids.
    """

    name: str
    record: SessionRecord
    forms: tuple[FormDescription, ...]
    responses: tuple[StoredResponse, ...]
    is_synthetic: ClassVar[Literal[True]] = True


@dataclass(frozen=True, slots=True)
class ExampleResponses:
    """The example answers of one cohort. Whatever is made of them says so: see `is_synthetic`.

    `about` says in words that a program made them, from `seed`. `invented_names` stand in comments,
    so that there is something to take out.
    """

    cohort: str
    about: str
    seed: int
    invented_names: tuple[str, ...]
    sessions: tuple[ExampleSession, ...]
    is_synthetic: ClassVar[Literal[True]] = True

    @property
    def responses(self) -> tuple[StoredResponse, ...]:
        """All of them, in the order of their ids."""
        return tuple(sorted((e for s in self.sessions for e in s.responses), key=lambda e: e.id))


def example_cohorts(library: Library) -> tuple[str, ...]:
    """Name the bundled cohorts that there are example answers for."""
    return tuple(sorted(path.stem for path in responses_folder(library).glob("*.json")))


def responses_folder(library: Library) -> Path:
    """Give the folder of the example answers. They are bundled: no project has any of its own."""
    return library.bundled / WORKSHOPS / COHORTS / RESPONSES


def example_responses(library: Library, cohort: str) -> ExampleResponses:
    """Read the example answers of a bundled cohort, and check each against its form as it is now.

    What a project has of the same name makes no difference.

    Raises:
        KitError: there are none, or some are no answers to the forms: all that is wrong.
    """
    bundled = Library(None, library.bundled)
    if cohort not in example_cohorts(bundled):
        known = ", ".join(f"`{each}`" for each in example_cohorts(bundled))
        message = f"There are no example answers for `{cohort}`."
        raise KitError([Problem("no-examples", message, hint=f"There are some for {known}.")])
    source, file = _read(responses_folder(bundled) / f"{cohort}.json", bundled)
    ready = _ready([f"{cohort}/{each.session}" for each in file.sessions], bundled)
    problems: list[Problem] = []
    sessions = []
    for at, (written, each) in enumerate(zip(file.sessions, ready, strict=True)):
        reader = _SessionReader(source, at, each, file.reviewer)
        sessions.append(reader.read(written))
        problems += reader.problems
    if problems:
        raise KitError(problems)
    return ExampleResponses(cohort, file.about, file.seed, file.invented_names, tuple(sessions))


@contextmanager
def example_store(*examples: ExampleResponses) -> Iterator[Store]:
    """Give a store with example answers, corrections and all; it is gone at the end.

    Raises:
        KitError: there is no room for it.
    """
    with (
        TemporaryDirectory(prefix="kit-example-") as folder,
        Store.at(Path(folder) / ANSWERS) as store,
    ):
        given = [each for some in examples for each in some.responses]
        added = store.add(_as_it_came(each) for each in given)
        for response_id, each in zip(added.new, given, strict=True):
            for entry in each.history:
                if entry.who:
                    store.correct(response_id, entry.answer, entry.who, entry.day)
        yield store


def _as_it_came(stored: StoredResponse) -> Response:
    """Give a response with the answers that were there before anybody looked at them."""
    response = stored.response
    first = {each.answer.field: each.answer for each in stored.history if not each.who}
    answers = tuple(first.get(each.field, each) for each in response.answers)
    return Response(response.form, response.way, response.day, answers, response.original)


def _read(path: Path, library: Library) -> tuple[Source, ExampleFile]:
    shown = library.shown(path)
    text = read_text(path, shown)
    if broken := json_problem(text, shown):
        raise KitError([broken])
    source = parse_source(text, path, shown)
    file, problems = validate(source, ExampleFile)
    if file is None or problems:
        raise KitError(problems)
    return source, file


def _ready(names: list[str], library: Library) -> list[Ready]:
    prepared = prepare(names, Request(workshops=tuple(names)), library)
    if len(prepared.ready) < len(names):
        raise KitError(each for each in prepared.found if each.severity is Severity.ERROR)
    found = {each.name: each for each in prepared.ready}
    return [found[name] for name in names]


class _SessionReader:
    """Makes responses of what is written about one session; `problems` are what is wrong."""

    def __init__(self, source: Source, at: int, ready: Ready, who: str) -> None:
        self._source = source
        self._at = at
        self._ready = ready
        self._who = who
        self._forms: dict[str, FormDescription] = {}
        self.problems: list[Problem] = []

    def read(self, written: Written) -> ExampleSession:
        """Read the session, as far as it can be read."""
        self._check_record(written.record)
        stored = [
            self._stored(number, each, form)
            for number, each in enumerate(written.responses)
            if (form := self._form_of(number, each))
        ]
        stored.sort(key=lambda each: each.id)
        return ExampleSession(
            self._ready.name, written.record, tuple(self._forms.values()), tuple(stored)
        )

    def _check_record(self, record: SessionRecord) -> None:
        planned = {each.activity.id for each in self._ready.tailored.agenda}
        for activity in sorted(record.minutes.keys() - planned):
            message = f"`{self._ready.name}` has no activity `{activity}`."
            self._wrong(message, "record", "minutes", activity)
        if record.attended and record.invited and record.attended.count > record.invited.count:
            self._wrong("More people came than were invited.", "record", "attended")

    def _form_of(self, number: int, written: ExampleResponse) -> FormDescription | None:
        if written.phase not in self._forms:
            tailored = self._ready.tailored
            made = form_of(tailored, written.phase)
            if made is None:
                message = f"`{self._ready.name}` has no form of this kind."
                self._wrong(message, "responses", number, "phase")
                return None
            self._forms[written.phase] = described(
                made, self._ready.name, tailored.workshop.language
            )
        form = self._forms[written.phase]
        if form.version != written.version:
            message = f"The form of `{self._ready.name}` is version {form.version} now."
            self._wrong(message, "responses", number, "version")
            return None
        given = dict(written.answers)
        for said in mistakes(given, form):
            self._wrong(said, "responses", number, "answers")
        for key, looked_at in written.looked_at.items():
            # One at a time: what was in doubt may have been two answers.
            for value in ((), *((each,) for each in (*looked_at.read, *looked_at.suggestion))):
                for said in mistakes({key: value}, form):
                    self._wrong(said, "responses", number, "looked_at", key)
        return form

    def _stored(
        self, number: int, written: ExampleResponse, form: FormDescription
    ) -> StoredResponse:
        day = date.fromisoformat(written.day)
        original = f"example-{form.session}-{written.phase}-{number}"
        # Whoever fills in the kit's own table types answers from paper.
        way = Way(written.way)
        usual = Status.TYPED if way is Way.TABLE else Status.TAKEN
        answers, history = [], []
        for field in form.fields:
            values = written.answers.get(field.key, ())
            if looked_at := written.looked_at.get(field.key):
                before = _before(field.key, looked_at, usual)
                answer = Answer(field.key, values, Status(looked_at.status), before.evidence)
                history += [Entry(before, "", day), Entry(answer, self._who, day)]
            else:
                answer = Answer(field.key, values, usual)
            answers.append(answer)
        response = Response(form, way, day, tuple(answers), original)
        return StoredResponse(response_id_of(original), response, tuple(history))

    def _wrong(self, message: str, *at: str | int) -> None:
        place = self._source.place(("sessions", self._at, *at))
        hint = f"The definitions changed since the example answers were made: `{MAKE_THEM}`."
        self.problems.append(Problem("stale-examples", message, place, hint))


def _before(key: str, looked_at: LookedAt, usual: Status) -> Answer:
    """Give an answer as it came in, before somebody looked at it."""
    evidence: dict[str, object] = {}
    if looked_at.kind:
        evidence = {"kind": looked_at.kind, "suggestion": list(looked_at.suggestion)}
    elif looked_at.said:
        evidence = {"said": looked_at.said}
    status = Status.DOUBTFUL if looked_at.was_doubtful else usual
    return Answer(key, looked_at.read, status, evidence)
