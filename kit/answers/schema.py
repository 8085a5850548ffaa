"""The tables of the answers, and how a file that an earlier kit made becomes one of today.

The tables of answers have no row numbers, and their keys are drawn at random: the order in which
answers came in is kept nowhere. What is known of a time is the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Place, Problem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

APPLICATION: Final = 0x574B4153
"""What SQLite writes into the head of the file, so that it is told from any other database."""

_FIRST: Final = """
CREATE TABLE form (
    digest      TEXT NOT NULL PRIMARY KEY,
    form        TEXT NOT NULL,
    version     TEXT NOT NULL,
    wording     TEXT NOT NULL,
    session     TEXT NOT NULL,
    description TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE response (
    id       TEXT NOT NULL PRIMARY KEY,
    form     TEXT NOT NULL REFERENCES form (digest),
    way      TEXT NOT NULL,
    day      TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    original TEXT NOT NULL UNIQUE,
    token    TEXT,
    aside    INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1))
) WITHOUT ROWID;

CREATE UNIQUE INDEX one_response_a_token ON response (token) WHERE token IS NOT NULL AND aside = 0;

CREATE INDEX response_of_form ON response (form);

CREATE TABLE entry (
    response TEXT NOT NULL REFERENCES response (id) ON DELETE CASCADE,
    field    TEXT NOT NULL,
    number   INTEGER NOT NULL CHECK (number >= 0),
    given    TEXT NOT NULL,
    status   TEXT NOT NULL,
    evidence TEXT NOT NULL,
    who      TEXT NOT NULL,
    day      TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (response, field, number)
) WITHOUT ROWID;

CREATE VIEW answer AS
    SELECT * FROM entry AS latest
    WHERE number = (
        SELECT max(number) FROM entry
        WHERE response = latest.response AND field = latest.field
    );
"""

_RECEIVED: Final = "ALTER TABLE response ADD COLUMN received TEXT NOT NULL DEFAULT '{}'"

_RELEASES: Final = """
CREATE TABLE release (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    day   TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    scope TEXT NOT NULL
);

CREATE TABLE counted (
    number   INTEGER PRIMARY KEY CHECK (number >= 0),
    response TEXT NOT NULL
);

CREATE INDEX counted_response ON counted (response);

CREATE TABLE released_group (
    number  INTEGER PRIMARY KEY,
    members BLOB NOT NULL UNIQUE
);

CREATE TABLE released_cell (
    release INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    field   TEXT NOT NULL,
    members INTEGER NOT NULL REFERENCES released_group (number),
    PRIMARY KEY (release, field, members)
) WITHOUT ROWID;

CREATE INDEX cell_of_group ON released_cell (members);
"""
"""The ledger of releases (`releases`). Respondents are numbered there, in no order, so that a name
stands in one place; `counted` has no reference to `response`, which may be withdrawn."""

MIGRATIONS: Final = (_FIRST, _RECEIVED, _RELEASES)
"""What leads from each version to the next, the first from an empty file; an empty line stands
between statements. Never change one that was released: add another."""

_COLUMNS: Final = {
    "form": "digest, form, version, wording, session, description",
    "response": "id, form, way, day, original, token, aside, received",
    "entry": "response, field, number, given, status, evidence, who, day",
    "answer": "response, field, number, given, status, evidence, who, day",
    "release": "id, day, scope",
    "counted": "number, response",
    "released_group": "number, members",
    "released_cell": "release, field, members",
}


def prepare(
    connection: sqlite3.Connection, shown: str, migrations: Sequence[str] = MIGRATIONS
) -> None:
    """Bring a file to the version of today, in one transaction: wholly or not at all.

    Raises:
        KitError: it is another program's database, or a later kit's.
        sqlite3.Error: it is damaged, in use, or cannot be written.
    """
    if version_of(connection, shown, migrations) < len(migrations):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another command may have done it while this one waited for its turn.
            for migration in migrations[version_of(connection, shown, migrations) :]:
                for statement in migration.split("\n\n"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {len(migrations)}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    for name, columns in _COLUMNS.items():
        connection.execute(f"SELECT {columns} FROM {name} LIMIT 0")  # noqa: S608 - names from here


def version_of(
    connection: sqlite3.Connection, shown: str, migrations: Sequence[str] = MIGRATIONS
) -> int:
    """Read the version from the head of the file; 0 of an empty one.

    Raises:
        KitError: it is another program's database, or a later kit's.
        sqlite3.Error: it is damaged or cannot be read.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION and (application or version or _tables(connection)):
        raise KitError(
            [
                Problem(
                    "not-answers",
                    "This is the database of another program: nothing was written into it.",
                    Place(shown),
                    "Move it away; the kit then begins a file of its own under this name.",
                )
            ]
        )
    if version > len(migrations):
        raise KitError(
            [
                Problem(
                    "newer-answers",
                    f"A later version of the kit keeps these answers (format {version}; this one "
                    f"knows formats up to {len(migrations)}). Nothing was changed.",
                    Place(shown),
                    "Bring the kit on this machine up to date: `pip install -U workshop-kit`.",
                )
            ]
        )
    return int(version)


def _tables(connection: sqlite3.Connection) -> int:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return int(tables)
