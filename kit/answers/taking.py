"""What is written into the database: responses as they came in, and what corrects them.

Whoever calls has begun the one transaction that all of it belongs to (`database.changing`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kit.answers.response import Answer, Response, Way
from kit.answers.response_id import new_response_id
from kit.answers.rows import entry_row, form_row, received_text
from kit.answers.soundness import plainly
from kit.answers.stored import Added

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from kit.answers.lookup import Lookup
    from kit.answers.stored import StoredResponse
    from kit.instrument.description import FormDescription

_ENTRY = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def tidied(response: Response) -> Response:
    """Give a response as it is kept: no time but the day, no character that cannot be printed."""
    return replace(
        response,
        day=_day(response.day),
        answers=tuple(map(plainly, response.answers)),
        token=response.token or None,
    )


def take(
    connection: sqlite3.Connection,
    lookup: Lookup,
    responses: Iterable[Response],
    *,
    doubted: bool = False,
) -> Added:
    """Take in what is not in already; a further scan of a numbered sheet is set aside.

    `doubted` sets all of them aside.
    """
    new: list[str] = []
    known: list[str] = []
    aside: list[str] = []
    for response in responses:
        way = lookup.way_of_token(response.token)
        if lookup.has_original(response.original):
            known.append(response.original)
        elif way is None and doubted:
            aside.append(_insert(connection, response, aside=True))
        elif way is None:
            new.append(_insert(connection, response, aside=False))
        elif way == response.way == Way.SCAN:
            # A numbered sheet that was photocopied: only a person can tell whose this is.
            aside.append(_insert(connection, response, aside=True))
        else:
            known.append(str(response.token))
    return Added(tuple(new), tuple(known), tuple(aside))


def enter(
    connection: sqlite3.Connection,
    stored: StoredResponse,
    answer: Answer,
    who: str,
    day: date | None = None,
) -> None:
    """Add an answer behind those that its field has; none where it says nothing new.

    Without evidence of its own it keeps that of the one before.
    """
    current = {each.field: each for each in stored.response.answers}.get(answer.field)
    if current and not answer.evidence:
        answer = replace(answer, evidence=current.evidence)
    if answer == current:
        return
    (number,) = connection.execute(
        "SELECT coalesce(max(number) + 1, 0) FROM entry WHERE response = ? AND field = ?",
        (stored.id, answer.field),
    ).fetchone()
    entered = _day(day or datetime.now(UTC).astimezone())
    connection.execute(_ENTRY, entry_row(stored.id, number, answer, who, entered))


def _insert(connection: sqlite3.Connection, response: Response, *, aside: bool) -> str:
    form = _keep_form(connection, response.form)
    response_id = new_response_id()
    row = (
        *(response_id, form, str(response.way), response.day.isoformat()),
        *(response.original, response.token, int(aside), received_text(response)),
    )
    connection.execute("INSERT INTO response VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    entries = [entry_row(response_id, 0, each, "", response.day) for each in response.answers]
    connection.executemany(_ENTRY, entries)
    return response_id


def _keep_form(connection: sqlite3.Connection, form: FormDescription) -> str:
    """Keep a form, and give its key; what a report goes by is that of the last one given."""
    row = form_row(form)
    digest, description = row[0], row[-1]
    question = "SELECT description FROM form WHERE digest = ?"
    found = connection.execute(question, (digest,)).fetchone()
    if found is None:
        connection.execute("INSERT INTO form VALUES (?, ?, ?, ?, ?, ?)", row)
    elif form.workshop and found[0] != description:
        change = "UPDATE form SET description = ? WHERE digest = ?"
        connection.execute(change, (description, digest))
    return digest


def _day(day: date) -> date:
    """Give the day alone, also of what has a time."""
    return date(day.year, day.month, day.day)
