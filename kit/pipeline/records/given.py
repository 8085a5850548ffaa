"""What was given about a session, in words and files ▶ the entry; all that is wrong at once."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.pipeline.records.notes_file import read_notes
from kit.pipeline.records.notes_taken import gathered, notes_from
from kit.pipeline.records.record_entry import Entry, entry_of
from kit.pipeline.records.session_plan import plan_of
from kit.pipeline.records.who_came import WhoCame, roster_problem, who_came
from kit.pipeline.seating_plan import roster_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.errors import Problem
    from kit.library import Library
    from kit.pipeline.records.notes_taken import Note
    from kit.pipeline.records.session_plan import NamedSession, SessionPlan


@dataclass(frozen=True, slots=True)
class Given:
    """What was given: numbers, names, a sign-in list, `activity=minutes`, notes, a file of them."""

    invited: int | None = None
    attended: int | None = None
    present: tuple[str, ...] = ()
    attendance: Path | None = None
    minutes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    notes_file: Path | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was given."""
        return self == Given()

    @property
    def needs_plan(self) -> bool:
        """Say whether something is, or may be, about an activity."""
        about = self.minutes or self.notes_file or any("=" in note for note in self.notes)
        return bool(about)


@dataclass(frozen=True, slots=True)
class Understood:
    """The entry, what was planned where that was needed, who came, and what is doubtful."""

    entry: Entry
    plan: SessionPlan | None
    came: WhoCame
    doubts: tuple[Problem, ...]


def understood(given: Given, library: Library, named: NamedSession) -> Understood:
    """Read what was given for a session.

    Raises:
        KitError: everything that cannot be read, or cannot be.
    """
    problems: list[Problem] = []
    doubts: list[Problem] = []
    came, plan, entry = WhoCame(()), None, Entry()
    notes: list[Note] = []
    with _gathering(problems):
        if given.present or given.attendance:
            came = _who_came(given, library, named, doubts)
    with _gathering(problems):
        plan = plan_of(library, named) if given.needs_plan else None
        with _gathering(problems):
            notes += notes_from(given.notes, plan)
        with _gathering(problems):
            if given.notes_file and plan:
                written, told = read_notes(given.notes_file, str(given.notes_file), plan)
                notes += written
                doubts += told
        entry = entry_of(
            invited=given.invited,
            attended=given.attended,
            names=came.names,
            minutes=given.minutes,
            notes=gathered(notes),
            plan=plan,
        )
    if problems:
        raise KitError(problems)
    return Understood(entry, plan, came, tuple(doubts))


def _who_came(
    given: Given, library: Library, named: NamedSession, doubts: list[Problem]
) -> WhoCame:
    """Find out who came. A roster that cannot be read is a doubt: names stand as written then."""
    roster, problems = roster_of(named.cohort, library)
    doubts += [roster_problem(problems)] if roster is None and problems else []
    came = who_came(given.attendance, str(given.attendance or ""), given.present, roster)
    doubts += came.doubts
    return came


@contextmanager
def _gathering(problems: list[Problem]) -> Iterator[None]:
    """Keep what is wrong, and go on."""
    try:
        yield
    except KitError as error:
        problems += error.problems
