"""What the database has, read: responses by their ids, and how many there are.

Whoever calls holds the connection, and turns errors of the file into words (`database.explained`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kit.answers.database import DamagedAnswersError
from kit.answers.response import Way
from kit.answers.response_id import typed_response_id
from kit.answers.rows import entry_of, form_of_row, stored_response
from kit.answers.stored import Count, StoredResponse
from kit.answers.wordings import GivenOut
from kit.errors import KitError, Problem
from kit.instrument.sheet_code import read_code

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from kit.instrument.description import FormDescription

_COUNTS: Final = """
    SELECT form.session, form.form, form.version, response.way,
        count(*) FILTER (WHERE NOT aside),
        coalesce(sum(
            (SELECT count(*) FROM answer
             WHERE answer.response = response.id AND answer.status = 'doubtful')
        ) FILTER (WHERE NOT aside), 0),
        count(*) FILTER (WHERE aside)
    FROM response JOIN form ON response.form = form.digest
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""
_IDS: Final = """
    SELECT response.id FROM response JOIN form ON response.form = form.digest
    WHERE (?1 IS NULL OR form.session = ?1) AND (?2 IS NULL OR form.form = ?2)
        AND (?3 IS NULL OR response.way = ?3) AND (?4 OR NOT aside)
    ORDER BY response.id
"""


class Lookup:
    """Reads from an open database. Forms, which are few and never change, are read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._forms: dict[str, FormDescription] = {}

    def has_original(self, original: str) -> bool:
        """Say whether what has this digest is in."""
        question = "SELECT 1 FROM response WHERE original = ?"
        return self._connection.execute(question, (original,)).fetchone() is not None

    def way_of_token(self, token: str | None) -> str | None:
        """Give the way by which the response that counts for this token came in."""
        question = "SELECT way FROM response WHERE token = ? AND aside = 0"
        found = self._connection.execute(question, (token,)).fetchone()
        return str(found[0]) if found else None

    def counts(self) -> tuple[Count, ...]:
        """Count by session, form, version and way, in this order."""
        rows = self._connection.execute(_COUNTS).fetchall()
        try:
            return tuple(
                Count(session, form, version, Way(way), responses, doubtful, aside)
                for session, form, version, way, responses, doubtful, aside in rows
            )
        except ValueError as error:
            raise DamagedAnswersError(str(error)) from error

    def given_out(self) -> tuple[GivenOut, ...]:
        """Give every form that was answered, with how many responses to it count."""
        rows = self._connection.execute(
            "SELECT form.digest, count(*) FROM form JOIN response ON response.form = form.digest"
            " WHERE NOT aside GROUP BY 1 ORDER BY 1"
        ).fetchall()
        return tuple(GivenOut(self._form(digest), count) for digest, count in rows)

    def ids(
        self, session: str | None, form: str | None, way: Way | None, *, aside: bool
    ) -> list[str]:
        """Give the ids of a session, form and way, in their own order, which is random."""
        names = (each and _readable(each) for each in (session, form))
        given = (*names, str(way) if way else None, int(aside))
        return [str(row[0]) for row in self._connection.execute(_IDS, given)]

    def named(self, text: str) -> str | None:
        """Find the id of the one response that is named by its id, its token, or a sheet's code.

        Raises:
            KitError: there are several copies of a numbered sheet.
        """
        text = _readable(text)
        code = read_code(text)
        token = code.token if code and code.token else text.strip()
        rows = self._connection.execute(
            "SELECT id FROM response WHERE id = ? OR token IN (?, ?) ORDER BY id",
            (typed_response_id(text), token, token.upper()),
        ).fetchall()
        if len(rows) > 1:
            ids = ", ".join(f"`{row[0]}`" for row in rows)
            message = f"There are {len(rows)} copies of this sheet: {ids}."
            hint = "Name the one that is meant by its id; `kit review` shows them."
            raise KitError([Problem("several-copies", message, hint=hint)])
        return str(rows[0][0]) if rows else None

    def one(self, typed_id: str) -> StoredResponse | None:
        """Give the response of this id, however it is typed; None where there is none."""
        found = typed_response_id(typed_id)
        return next(iter(self.some([found])), None) if found else None

    def some(self, ids: Sequence[str]) -> list[StoredResponse]:
        """Give the responses of these ids, in the order of ids; some may be gone."""
        marks = ", ".join("?" for _ in ids)
        rows = self._connection.execute(
            "SELECT id, way, day, original, token, aside, received, form"  # noqa: S608 - marks
            f" FROM response WHERE id IN ({marks}) ORDER BY id",
            ids,
        ).fetchall()
        entries = defaultdict(list)
        for response_id, *entry in self._connection.execute(
            "SELECT response, field, given, status, evidence, who, day FROM entry"  # noqa: S608
            f" WHERE response IN ({marks}) ORDER BY response, field, number",
            ids,
        ):
            entries[response_id].append(entry_of(entry))
        return [stored_response(row, self._form(digest), entries[row[0]]) for *row, digest in rows]

    def _form(self, digest: str) -> FormDescription:
        if digest not in self._forms:
            found = self._connection.execute(
                "SELECT description FROM form WHERE digest = ?", (digest,)
            ).fetchone()
            if found is None:
                raise DamagedAnswersError("a form is missing")
            self._forms[digest] = form_of_row(found[0])
        return self._forms[digest]


def _readable(typed: str) -> str:
    """Give what was typed without halves of letters, which SQLite does not take: nothing has them.

    A command line gives them for what is not in its encoding.
    """
    return typed.encode("utf-8", "replace").decode("utf-8")
