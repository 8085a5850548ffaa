"""What an instructor enters about a session ▶ the record with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from kit.definitions.session_record import MOST_MINUTES, DebriefAnswer, Headcount
from kit.errors import KitError, Problem, Severity
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kit.definitions.session_record import SessionRecord
    from kit.pipeline.records.notes_taken import NotesTaken
    from kit.pipeline.records.session_plan import SessionPlan

MOST_PEOPLE: Final = 10_000
MOST_OF_A_NAME: Final = 400
MOST_OF_A_TEXT: Final = 20_000
_MOST_DIGITS: Final = 9
_LONG: Final = 30
"""Minutes; a part that took less is asked about never."""
_MANY_TIMES: Final = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """What is new; None and empty stand for what is not entered."""

    invited: int | None = None
    attended: int | None = None
    names: tuple[str, ...] = ()
    minutes: Mapping[str, int] = field(default_factory=dict)
    debrief: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is entered."""
        return self == Entry()


def entry_problems(entry: Entry) -> tuple[Problem, ...]:
    """Name what cannot be true or cannot be kept."""
    found = []
    for words, number in (("invited", entry.invited), ("attended", entry.attended)):
        if number is not None and (problem := _number_problem(number, MOST_PEOPLE, words)):
            found.append(problem)
    for activity, number in entry.minutes.items():
        if problem := _number_problem(number, MOST_MINUTES, f"the minutes of `{activity}`"):
            found.append(problem)
    if any(not name or len(name) > MOST_OF_A_NAME for name in entry.names):
        message = "A name is empty, or longer than any name."
        hint = "Give one name each time: `--present 'Ana Díaz' --present 'Bo Li'`."
        found.append(Problem("no-name", message, hint=hint))
    texts = (entry.note, *entry.notes.values(), *entry.debrief.values())
    if any(len(text) > MOST_OF_A_TEXT for text in texts):
        message = f"A text is longer than {MOST_OF_A_TEXT:,} characters."
        found.append(Problem("too-long", message, hint="Keep it in a file of its own."))
    if entry.attended is not None and entry.names and len(entry.names) > entry.attended:
        found.append(_more_names(len(entry.names), entry.attended))
    return tuple(found)


def minutes_from(words: Iterable[str], plan: SessionPlan) -> dict[str, int]:
    """Read `activity=minutes`, each with one activity of the session.

    Raises:
        KitError: every one that cannot be read.
    """
    known = {each.id for each in plan.activities}
    found: dict[str, int] = {}
    problems = []
    for word in words:
        activity, equals, number = (part.strip() for part in word.partition("="))
        minutes = whole_number(number)
        if not equals or minutes is None:
            message = f"`{word}` does not say how many minutes a part took."
            hint = f"Write the part, `=` and whole minutes: `{activity or 'welcome'}=12`."
            problems.append(Problem("not-minutes", message, hint=hint))
        elif activity not in known:
            message = f"The session has no activity `{activity}`."
            hint = did_you_mean(activity, [each.id for each in plan.activities])
            problems.append(Problem("unknown-activity", message, hint=hint))
        else:
            found[activity] = minutes
    problems += entry_problems(Entry(minutes=found))
    if problems:
        raise KitError(problems)
    return found


def whole_number(text: str) -> int | None:
    """Read a whole number, which may be below zero; None where it is none."""
    digits = text.removeprefix("-")
    return (
        int(text)
        if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
        else None
    )


def with_entry(record: SessionRecord, entry: Entry, today: str) -> SessionRecord:
    """Put what is new in place of what was there; the rest stays.

    Names without a number count themselves.

    Raises:
        KitError: more people are named, in the record too, than are said to have come.
    """
    update: dict[str, Any] = {}
    if entry.invited is not None:
        names = record.invited.names if record.invited else ()
        if len(names) > entry.invited:
            raise KitError([_more_names(len(names), entry.invited)])
        update["invited"] = Headcount(count=entry.invited, names=names)
    if entry.attended is not None or entry.names:
        names = entry.names or (record.attended.names if record.attended else ())
        count = len(names) if entry.attended is None else entry.attended
        if len(names) > count:
            raise KitError([_more_names(len(names), count)])
        update["attended"] = Headcount(count=count, names=names)
    if entry.minutes:
        update["minutes"] = {**record.minutes, **entry.minutes}
    if entry.debrief:
        answers = {each.question: each.answer for each in record.debrief} | dict(entry.debrief)
        update["debrief"] = tuple(
            DebriefAnswer(question=question, answer=answer) for question, answer in answers.items()
        )
    if entry.notes:
        update["notes"] = {**record.notes, **entry.notes}
    if entry.note:
        update["note"] = entry.note
    changed = type(record).model_validate({**dict(record), **update})
    if changed == record:
        return record
    return changed.model_copy(update={"recorded": today})


def record_doubts(record: SessionRecord) -> tuple[Problem, ...]:
    """Name what is odd in a record, but may be true."""
    invited, attended = record.invited, record.attended
    if invited and attended and attended.count > invited.count:
        message = f"More people attended ({attended.count}) than were invited ({invited.count})."
        hint = "If that is not so, give the right number with `--invited` or `--attended`."
        return (Problem("more-than-invited", message, hint=hint, severity=Severity.WARNING),)
    return ()


def minutes_doubts(minutes: Mapping[str, int], plan: SessionPlan | None) -> tuple[Problem, ...]:
    """Ask about minutes that a part can hardly have taken, by what was planned."""
    if plan is None:
        return ()
    planned = {each.id: each.minutes for each in plan.activities}
    whole = sum(planned.values())
    found = []
    for activity, took in minutes.items():
        before = planned.get(activity, took)
        if took > whole:
            than = f"the whole session was planned to take {whole}"
        elif took >= _LONG and took > _MANY_TIMES * before:
            than = f"{before} were planned"
        else:
            continue
        message = f"Did `{activity}` take {took} minutes? {than[0].upper()}{than[1:]}. It is kept."
        hint = f"If not, record it again: `--minutes {activity}={before}`."
        found.append(Problem("many-minutes", message, hint=hint, severity=Severity.WARNING))
    return tuple(found)


def entry_of(
    *,
    invited: int | None,
    attended: int | None,
    names: Sequence[str],
    minutes: Sequence[str],
    notes: NotesTaken,
    plan: SessionPlan | None,
) -> Entry:
    """Make an entry of what was given on the command line; without minutes it needs no plan.

    Raises:
        KitError: everything in it that cannot be.
    """
    entry = Entry(
        invited, attended, tuple(names), {}, notes.answers, notes.on_activities, notes.general
    )
    problems = list(entry_problems(entry))
    took: dict[str, int] = {}
    try:
        took = minutes_from(minutes, plan) if plan else {}
    except KitError as error:
        problems += error.problems
    if problems:
        raise KitError(problems)
    return replace(entry, minutes=took)


def _number_problem(number: int, most: int, words: str) -> Problem | None:
    if number < 0:
        message = f"The number for {words} is below zero: {number}."
        return Problem("below-zero", message, hint="Give 0 or more.")
    if number > most:
        message = f"The number for {words} is too large: {number:,}."
        return Problem("too-large-a-number", message, hint=f"Give {most:,} at most.")
    return None


def _more_names(names: int, count: int) -> Problem:
    return Problem(
        "more-names",
        f"{names} people are named, but the number is {count}.",
        hint="Give the right number, or the names again with `--attendance` or `--present`.",
    )
