"""What an instructor noted, as words of the command line or in a file ▶ notes by subject.

A note is about an activity, or answers a question of the debrief, or is about the whole session.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from kit.errors import KitError, Problem
from kit.pipeline.records.session_records import plain
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.pipeline.records.session_plan import SessionPlan

_ID: Final = re.compile(r"[A-Za-z][\w-]*")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a note is about: the id of an activity, or a question; both empty for the session."""

    activity: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class NotesTaken:
    """Notes on activities by id, answers by question, and the text about the whole session."""

    on_activities: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    general: str = ""


Note: TypeAlias = tuple[Subject, str]
"""A text and what it is about."""


class Subjects:
    """The subjects that a session offers, by the words that people use for them."""

    def __init__(self, plan: SessionPlan | None) -> None:
        activities = plan.activities if plan else ()
        self.activities = tuple(each.id for each in activities)
        self._known = {_key(each): Subject(question=each) for each in (plan.asked if plan else ())}
        self._known |= {_key(each.title): Subject(activity=each.id) for each in activities}
        self._known |= {_key(each.id): Subject(activity=each.id) for each in activities}

    def find(self, words: str) -> Subject | None:
        """Find an activity by its id or title, or a question; None for anything else."""
        return self._known.get(_key(words))

    def unknown(self, words: str) -> tuple[str, str]:
        """Say in a message and a hint that there is no such subject."""
        hint = did_you_mean(words, self.activities)
        return f"The session has no activity `{words}`.", hint


def notes_from(words: Iterable[str], plan: SessionPlan | None) -> list[Note]:
    """Read `text`, or `activity=text`, each.

    Raises:
        KitError: every one that is empty, or about an activity that there is not.
    """
    subjects = Subjects(plan)
    taken: list[Note] = []
    problems = []
    for word in words:
        before, equals, after = word.partition("=")
        subject = subjects.find(before) if equals else None
        text = plain(after if subject else word)
        if equals and subject is None and _ID.fullmatch(before.strip()):
            message, hint = subjects.unknown(before.strip())
            hint += " If the note is about the whole session, begin it with another word."
            problems.append(Problem("unknown-activity", message, hint=hint.strip()))
        elif not text:
            problems.append(Problem("no-text", "A note is empty.", hint="Write `--note 'a text'`."))
        else:
            taken.append((subject or Subject(), text))
    if problems:
        raise KitError(problems)
    return taken


def gathered(taken: Iterable[Note]) -> NotesTaken:
    """Put notes together: several on one subject are lines of one text."""
    activities: dict[str, str] = {}
    answers: dict[str, str] = {}
    general: dict[str, str] = {}
    for subject, text in taken:
        if subject.activity:
            into, name = activities, subject.activity
        elif subject.question:
            into, name = answers, subject.question
        else:
            into, name = general, ""
        into[name] = f"{into[name]}\n{text}" if name in into else text
    return NotesTaken(activities, answers, general.get("", ""))


def _key(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(" ?:")
