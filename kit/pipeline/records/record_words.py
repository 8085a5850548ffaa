"""The record of a session in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.session_record import Headcount, SessionRecord
    from kit.pipeline.records.session_plan import SessionPlan
    from kit.pipeline.records.who_came import WhoCame

Row = tuple[str, str, str]
"""A part of the session, the minutes planned for it, and those that it took."""


def changes(before: SessionRecord, after: SessionRecord) -> tuple[str, ...]:
    """Say what is in a record that was not in it, or was otherwise."""
    return tuple(_changes(before, after))


def _changes(before: SessionRecord, after: SessionRecord) -> Iterator[str]:
    for label, old, new in (
        ("Invited", before.invited, after.invited),
        ("Attended", before.attended, after.attended),
    ):
        yield from _changed(label, _count(old), _count(new))
        if old and new and old.names and new.names != old.names:
            yield f"{label} by name: other names"
    for activity, minutes in after.minutes.items():
        old_minutes = before.minutes.get(activity)
        was = "" if old_minutes is None else str(old_minutes)
        yield from _changed(f"Minutes of `{activity}`", was, str(minutes))
    answers = {each.question: each.answer for each in before.debrief}
    for each in after.debrief:
        if answers.get(each.question) != each.answer:
            done = "answered anew" if each.question in answers else "answered"
            yield f"“{each.question}”: {done}"
    for activity, text in after.notes.items():
        if before.notes.get(activity) != text:
            done = "replaced" if activity in before.notes else "added"
            yield f"Note on `{activity}`: {done}"
    if before.note != after.note:
        yield "Note: replaced" if before.note else "Note: added"


def _changed(label: str, old: str, new: str) -> Iterator[str]:
    if old != new:
        yield f"{label}: {new}{f', was {old}' if old else ''}"


def _count(people: Headcount | None) -> str:
    if people is None:
        return ""
    if not people.names:
        return str(people.count)
    named = "all" if len(people.names) == people.count else len(people.names)
    return f"{people.count} ({named} by name)"


def list_lines(came: WhoCame) -> tuple[str, ...]:
    """Say what a list said, in numbers: who came of it, and how many are not on the roster."""
    lines = []
    if came.column:
        people = "1 person" if came.stayed_away == 1 else f"{came.stayed_away} people"
        away = f"{people} on the list did not come" if came.stayed_away else "everybody came"
        lines.append(f"By the column “{came.column}”, {away}.")
    if count := len(came.walk_ins):
        are = "is a walk-in" if count == 1 else "are walk-ins"
        lines.append(f"Of those who came, {count} {are}.")
    return tuple(lines)


def people_lines(record: SessionRecord) -> tuple[str, ...]:
    """Say how many were invited and came, and who."""
    lines = []
    for label, people in (("Invited", record.invited), ("Attended", record.attended)):
        if people:
            lines.append(f"{label}: {_count(people)}")
            lines += [f"  {name}" for name in people.names]
    return tuple(lines)


def minutes_rows(record: SessionRecord, plan: SessionPlan | None) -> tuple[Row, ...]:
    """Set the minutes that parts took beside those planned, in the order of the agenda.

    Parts that are in the plan no more come last. Without any minutes there are no rows.
    """
    if not record.minutes:
        return ()
    activities = plan.activities if plan else ()
    planned = {each.id for each in activities}
    rows = [
        (each.title, str(each.minutes), str(record.minutes.get(each.id, ""))) for each in activities
    ]
    rows += [
        (name, "", str(took))
        for name, took in sorted(record.minutes.items())
        if name not in planned
    ]
    known = [each for each in activities if each.id in record.minutes]
    if len(known) > 1:
        before = sum(each.minutes for each in known)
        took = sum(record.minutes[each.id] for each in known)
        rows.append(("Together, where known", str(before), str(took)))
    return tuple(rows)


def debrief_lines(record: SessionRecord, plan: SessionPlan | None) -> tuple[str, ...]:
    """Give the debrief log, the workshop's questions first and in their order."""
    order = {question: at for at, question in enumerate(plan.questions)} if plan else {}
    answers = sorted(record.debrief, key=lambda each: order.get(each.question, len(order)))
    lines = []
    for each in answers:
        lines += [each.question, *(f"  {line}" for line in each.answer.split("\n"))]
    return tuple(lines)


def note_lines(record: SessionRecord, plan: SessionPlan | None) -> tuple[str, ...]:
    """Give what was noted about parts, in the order of the agenda, then what is about none."""
    titles = {each.id: each.title for each in plan.activities} if plan else {}
    order = {name: at for at, name in enumerate(titles)}
    lines = []
    for name in sorted(record.notes, key=lambda name: (order.get(name, len(order)), name)):
        lines.append(titles.get(name, name))
        lines += [f"  {line}" for line in record.notes[name].split("\n")]
    return (*lines, *(record.note or "").splitlines())
