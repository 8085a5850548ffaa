"""Pages of paper tied to one person or taken apart, by somebody who looked at them.

Answers stay as they were read and corrected: they go from one response to another. Whoever calls
has begun the one transaction that all of it belongs to (`database.changing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.answers.pictures import page_of, pages_of
from kit.answers.releases import put_apart, put_together
from kit.answers.response_id import new_response_id
from kit.answers.rows import received_json
from kit.errors import KitError, Problem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from kit.answers.stored import StoredResponse

_MOVE = "UPDATE entry SET response = ? WHERE response = ? AND field = ?"
_RECEIVED = "UPDATE response SET received = ? WHERE id = ?"


def may_join(one: StoredResponse, other: StoredResponse) -> bool:
    """Say whether two may be the pages of one sheet: of one form, and no page in both."""
    pages = [{page_of(page) for page in pages_of(each.response.received)} for each in (one, other)]
    fields = [{answer.field for answer in each.response.answers} for each in (one, other)]
    return (
        one.id != other.id
        and one.response.form == other.response.form
        and all(pages)
        and not pages[0] & pages[1]
        and not fields[0] & fields[1]
    )


def may_part(stored: StoredResponse) -> bool:
    """Say whether its pages were put together by their order alone, and can be told apart."""
    pages = pages_of(stored.response.received)
    return stored.response.token is None and len(pages) > 1 and all("fields" in p for p in pages)


def join(connection: sqlite3.Connection, part: StoredResponse, whole: StoredResponse) -> None:
    """Put the pages of one response to those of another, which is then the only one.

    Raises:
        KitError: they cannot be pages of one sheet.
    """
    if not may_join(part, whole):
        message = f"{part.id} and {whole.id} cannot be pages of one sheet: a page is in both."
        raise KitError([Problem("not-one-sheet", message, hint="Load the page again.")])
    pages = [*pages_of(whole.response.received), *pages_of(part.response.received)]
    _move(connection, (answer.field for answer in part.response.answers), part.id, whole.id)
    _keep(connection, whole.id, sorted(pages, key=page_of))
    connection.execute("DELETE FROM response WHERE id = ?", (part.id,))
    put_together(connection, part.id, whole.id)


def part(connection: sqlite3.Connection, stored: StoredResponse) -> str:
    """Take the pages behind the first apart; give the id of what they are now, set aside.

    Raises:
        KitError: they belong together by their number, or cannot be told apart.
    """
    if not may_part(stored):
        message = f"The pages of {stored.id} cannot be taken apart."
        raise KitError([Problem("not-apart", message, hint="Withdraw it and scan it again.")])
    first, *others = pages_of(stored.response.received)
    made = new_response_id()
    connection.execute(
        "INSERT INTO response SELECT ?, form, way, day, original || '-' || ?, NULL, 1, ?"
        " FROM response WHERE id = ?",
        (made, page_of(others[0]), received_json({"pages": others}), stored.id),
    )
    fields = [str(field) for page in others for field in page["fields"]]
    _move(connection, fields, stored.id, made)
    put_apart(connection, stored.id, made, fields)
    _keep(connection, stored.id, [first])
    return made


def _move(connection: sqlite3.Connection, fields: Iterable[str], before: str, after: str) -> None:
    connection.executemany(_MOVE, [(after, before, str(field)) for field in fields])


def _keep(connection: sqlite3.Connection, response: str, pages: list[Any]) -> None:
    connection.execute(_RECEIVED, (received_json({"pages": pages}), response))
