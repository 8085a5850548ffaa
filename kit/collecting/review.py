"""What a person has to look at, and what they decide: answers in doubt, one after another.

Nothing is written over: a decision is an entry behind the answer it replaces. An answer is in doubt
until somebody has decided, so a review can be left and gone on with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kit.answers.joining import may_join
from kit.answers.pictures import pages_in
from kit.answers.response import Answer, Status
from kit.collecting.came_in import came_in
from kit.collecting.scan.lookalikes import is_same_sheet, look_of
from kit.errors import KitError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kit.answers.store import Store
    from kit.answers.stored import StoredResponse
    from kit.instrument.answer_fields import AnswerField

BLANK: Final = "blank"
"""The kind of a doubt that may be settled with many others at once."""
_LONGEST: Final = 5000
_NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Doubt:
    """An answer in doubt: what was asked, why it is in doubt, and what may be meant.

    `suggestion` are the values that were read and not believed; `picture` names the picture of the
    place on paper, or is empty, `pages` those of the whole sheet. `source` is the heading of the
    column in a table, `now` what a settled answer counts as.
    """

    response: str
    session: str
    field: AnswerField
    kind: str
    reason: str
    suggestion: tuple[str, ...] = ()
    picture: str = ""
    source: str = ""
    pages: tuple[str, ...] = ()
    now: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was found there: many of these can be confirmed at once."""
        return self.kind == BLANK


@dataclass(frozen=True, slots=True)
class Copies:
    """A sheet that came in more than once: kept aside, until somebody decides.

    `rows` has for each question its words, what the sheet that counts says, and what this one
    says; `token` is empty where only its look says that it is the same. `pages` are the
    pictures of its pages; `others` are responses that lack its pages, with pictures of theirs: it
    may be the other side of one.
    """

    response: str
    session: str
    token: str
    rows: tuple[tuple[str, str, str], ...] = ()
    pages: tuple[str, ...] = ()
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()


def doubts(store: Store, session: str | None = None) -> tuple[Doubt, ...]:
    """Give every answer that is in doubt: marks first, then words, then what seems blank.

    Within each, the answers of one response stand together.

    Raises:
        KitError: the store cannot be read.
    """
    found = [doubt for each in store.responses(session=session) for doubt in _of(each)]
    return tuple(sorted(found, key=_order))


def copies(store: Store, session: str | None = None) -> tuple[Copies, ...]:
    """Give the sheets that were set aside, each beside the one that counts.

    Raises:
        KitError: the store cannot be read.
    """
    every = list(store.responses(session=session, aside=True))
    return tuple(_copy(each, every) for each in every if each.aside)


def answers_of(store: Store, named: str) -> tuple[Doubt, ...]:
    """Give every answer of one response, to be looked at again: what it is now is suggested.

    `named` is its id or its token.

    Raises:
        KitError: there is none, or the store cannot be read.
    """
    stored = store.find(named)
    if stored is None:
        message = f"There is no response `{named}`: it was withdrawn, or is mistyped."
        hint = "`kit responses export` gives the ids of all in its first column."
        raise KitError([Problem("unknown-response", message, hint=hint)])
    form = stored.response.form
    current = {each.field: each for each in stored.response.answers}
    received = stored.response.received
    return tuple(
        Doubt(
            response=stored.id,
            session=form.session,
            field=field,
            kind="again",
            reason=_again(_said(field, stored), came_in(field, received)),
            suggestion=current[field.key].values if field.key in current else (),
            picture=str(current[field.key].evidence.get("picture", ""))
            if field.key in current
            else "",
            pages=tuple(pages_in(received)),
            now=_said(field, stored),
        )
        for field in form.fields
    )


def settle(store: Store, response: str, field: str, said: Sequence[str], who: str) -> None:
    """Settle a doubt: `said` are the values, or the words, and nothing where it is blank.

    Raises:
        KitError: there is no such answer, it cannot be that, or it cannot be written.
    """
    before = _answer(store, response, field)
    text = before.field.kind == "text"
    words = tuple(each.strip() for each in said if each.strip())
    if text and sum(map(len, words)) > _LONGEST:
        message = f"An answer of more than {_LONGEST} characters is not taken."
        raise KitError([Problem("too-long", message)])
    typed = text and bool(words)
    answer = Answer(field, words, Status.TYPED if typed else Status.CONFIRMED)
    store.correct(response, answer, who)


def settle_blanks(store: Store, places: Iterable[tuple[str, str]], who: str) -> int:
    """Confirm that nothing was answered at these places; give how many were in doubt.

    A place is a response and a field. Those that were decided meanwhile stay as they are.

    Raises:
        KitError: they cannot be written.
    """
    count = 0
    for response, field in places:
        found = store.find(response)
        current = _current(found, field) if found else None
        if current and current.status is Status.DOUBTFUL and _kind(current) == BLANK:
            store.correct(response, Answer(field, (), Status.CONFIRMED), who)
            count += 1
    return count


@dataclass(frozen=True, slots=True)
class _Asked:
    field: AnswerField


def _answer(store: Store, response: str, field: str) -> _Asked:
    found = store.find(response)
    described = found.response.form.field(field) if found else None
    if described is None:
        message = "This answer is not in the store any more: it may have been withdrawn."
        raise KitError([Problem("no-answer", message, hint="Load the page again.")])
    return _Asked(described)


def _current(stored: StoredResponse, field: str) -> Answer | None:
    return next((each for each in stored.response.answers if each.field == field), None)


def _of(stored: StoredResponse) -> Iterator[Doubt]:
    form = stored.response.form
    pages = tuple(pages_in(stored.response.received))
    for answer in stored.response.answers:
        described = form.field(answer.field)
        if answer.status is not Status.DOUBTFUL or described is None:
            continue
        evidence = answer.evidence
        suggestion = evidence.get("suggestion") or answer.values
        yield Doubt(
            response=stored.id,
            session=form.session,
            field=described,
            kind=_kind(answer),
            reason=_reason(described, evidence),
            suggestion=tuple(str(each) for each in suggestion),
            picture=str(evidence.get("picture", "")),
            source=str(evidence.get("column", "")),
            pages=pages,
        )


def _copy(copy: StoredResponse, every: Sequence[StoredResponse]) -> Copies:
    token, form = copy.response.token, copy.response.form
    look = look_of(copy.response.answers)
    counted = [each for each in every if not each.aside and each.response.form.form == form.form]
    kept = next(
        (
            each
            for each in counted
            if each.response.token == token
            and (token or is_same_sheet(look, look_of(each.response.answers)))
        ),
        None,
    )
    rows = tuple(
        (field.text, _said(field, kept) if kept else "", _said(field, copy))
        for field in form.fields
    )
    others = tuple(
        (each.id, tuple(pages_in(each.response.received))) for each in every if may_join(copy, each)
    )
    pages = tuple(pages_in(copy.response.received))
    return Copies(copy.id, form.session, token or "", rows, pages, others)


def _said(field: AnswerField, stored: StoredResponse) -> str:
    answer = _current(stored, field.key)
    if answer is None or (not answer.values and answer.status is not Status.DOUBTFUL):
        return _NOTHING
    if not answer.values:
        return "to review"
    return ", ".join(field.label_of(each) for each in answer.values)


def _again(said: str, came: str) -> str:
    counts = "not answered" if said == _NOTHING else f"“{said}”"
    return f"it counts as {counts} now" + (f"; what came in is “{came}”" if came else "")


def _reason(field: AnswerField, evidence: Mapping[str, Any]) -> str:
    """Say in words why an answer is in doubt, as its way in left it."""

    def labels(values: Any) -> str:
        return " and ".join(f"“{field.label_of(str(each))}”" for each in values) or "nothing"

    match evidence:
        case {"reason": reason}:
            return str(reason)
        case {"said": said}:
            return f"the table says “{said}”, which is none of the answers"
        case {"shown": ["cut"]}:
            return "the words were too many, and were cut"
        case {"shown": shown, "named": named}:
            return f"the page shows {labels(shown)}, and the file names {labels(named)}"
        case _:
            return "it could not be read for certain"


def _kind(answer: Answer) -> str:
    return str(answer.evidence.get("kind", "doubt"))


def _order(doubt: Doubt) -> tuple[bool, bool, str]:
    return doubt.is_blank, doubt.field.kind == "text", doubt.response
