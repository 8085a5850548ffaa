"""`kit session`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import complain, note, say, table
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.session_record import SessionRecord
    from kit.library import Library
    from kit.pipeline.records.record_entry import Entry
    from kit.pipeline.records.session_plan import NamedSession, SessionPlan
    from kit.pipeline.records.who_came import WhoCame


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    action: Annotated[str, typer.Argument(metavar="record|show", help="What to do.")],
    session: Annotated[
        str, typer.Argument(metavar="COHORT/SESSION", help="Which session; see kit cohort list.")
    ],
    invited: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="record: how many were invited.")
    ] = None,
    attended: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="record: how many came.")
    ] = None,
    present: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="record: someone who came; may be given again."),
    ] = None,
    attendance: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="record: the sign-in list, as CSV; a column Came or Signature may say who came.",
        ),
    ] = None,
    minutes: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ACTIVITY=NUMBER", help="record: minutes a part took; may be given again."
        ),
    ] = None,
    note_words: Annotated[
        list[str] | None,
        typer.Option(
            "--note",
            metavar="TEXT",
            help="record: a note, or ACTIVITY=TEXT for one on a part; may be given again.",
        ),
    ] = None,
    notes: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="record: notes in a text file, or as CSV (About,Note)."),
    ] = None,
) -> int:
    """Keep what happened in a session of a cohort, or show it.

    Without options, record asks. What is given replaces what was recorded before; the rest stays.
    Records lie in the folder records of your project, in plain files, and leave this machine only
    if you copy them. `kit purge` takes the names out again.

    \b
    kit session record junior-faculty-2027/mosaic
    kit session record junior-faculty-2027/mosaic --invited 15 --attended 13
    kit session record junior-faculty-2027/mosaic --attendance sign-in.csv
    kit session record junior-faculty-2027/mosaic --minutes welcome=8 --note "Start earlier."
    kit session record junior-faculty-2027/mosaic --note swap="Ran over." --notes debrief.txt
    kit session show junior-faculty-2027/mosaic
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.errors import KitError, Problem
    from kit.library import find_library
    from kit.pipeline.records.given import Given, understood
    from kit.pipeline.records.session_plan import find_session
    from kit.suggestion import did_you_mean

    if action not in {"record", "show"}:
        hint = did_you_mean(action, ("record", "show"))
        raise KitError([Problem("unknown-choice", f"`kit session` cannot `{action}`.", hint=hint)])
    given = Given(
        invited=invited,
        attended=attended,
        present=tuple(present or ()),
        attendance=attendance,
        minutes=tuple(minutes or ()),
        notes=tuple(note_words or ()),
        notes_file=notes,
    )
    if action == "show" and not given.is_empty:
        message = "`kit session show` takes no options."
        hint = "Write `kit session record` to record something."
        raise KitError([Problem("no-options", message, hint=hint)])
    library = find_library(Path.cwd())
    named = find_session(library, session)
    if action == "show":
        return _show(library, named)
    if given.is_empty:
        return _ask_and_record(library, named)
    found = understood(given, library, named)
    complain(found.doubts)
    return _record(library, named, found.entry, found.plan, found.came)


def _record(
    library: Library,
    named: NamedSession,
    entry: Entry,
    plan: SessionPlan | None,
    came: WhoCame | None = None,
) -> int:
    from datetime import UTC, datetime

    from kit.pipeline.records.record_entry import minutes_doubts, record_doubts, with_entry
    from kit.pipeline.records.record_words import changes, list_lines
    from kit.pipeline.records.session_records import change_record, record_file

    today = datetime.now(UTC).astimezone().date().isoformat()
    cohort, session = named.cohort.name, named.session.id
    before, after = change_record(
        library, cohort, session, lambda record: with_entry(record, entry, today)
    )
    say(library.shown(record_file(library, cohort, session)))
    _say_all(changes(before, after) or ["Nothing is new: all of this was recorded before."])
    _say_all(list_lines(came) if came else ())
    complain((*minutes_doubts(entry.minutes, plan), *record_doubts(after)))
    return FULFILLED


def _ask_and_record(library: Library, named: NamedSession) -> int:
    from kit.cli.session_questions import ask_what_happened
    from kit.definitions.session_record import SessionRecord
    from kit.pipeline.records.session_plan import plan_of
    from kit.pipeline.records.session_records import load_record

    # A record that cannot be read, or no project, is told before anyone has typed anything.
    before = load_record(library, named.cohort.name, named.session.id) or SessionRecord()
    plan = plan_of(library, named)
    try:
        entry = ask_what_happened(named.name, plan, before)
    except KeyboardInterrupt:
        note("\nStopped. Nothing was written.")
        return INTERRUPTED
    if entry.is_empty:
        say("Nothing was entered, so nothing was written.")
        return FULFILLED
    say()
    return _record(library, named, entry, plan)


def _show(library: Library, named: NamedSession) -> int:
    from kit.errors import KitError
    from kit.pipeline.records.session_plan import plan_of
    from kit.pipeline.records.session_records import load_record

    record = load_record(library, named.cohort.name, named.session.id)
    if record is None:
        say(f"Nothing is recorded of `{named.name}` yet: `kit session record {named.name}`.")
        return FULFILLED
    try:
        plan = plan_of(library, named)
    except KitError:
        plan = None
        note(f"What was planned cannot be read now: `kit check {named.session.workshop}` says why.")
    from kit.pipeline.records.record_words import (
        debrief_lines,
        minutes_rows,
        note_lines,
        people_lines,
    )

    day = f", {named.session.date}" if named.session.date else ""
    say(f"{named.name}: {plan.title if plan else named.session.workshop}{day}")
    _say_part("", [*_recorded(record), *people_lines(record)])
    if rows := minutes_rows(record, plan):
        _say_part("Minutes", [table(("Part", "Planned", "Took"), rows, right=(1, 2))])
    _say_part("After the session", debrief_lines(record, plan))
    _say_part("Notes", note_lines(record, plan))
    return FULFILLED


def _recorded(record: SessionRecord) -> list[str]:
    return [f"Recorded on {record.recorded}"] if record.recorded else []


def _say_part(title: str, lines: Sequence[str]) -> None:
    if lines:
        say()
        _say_all([title, *lines] if title else lines)


def _say_all(lines: Sequence[str]) -> None:
    for line in lines:
        say(line)
