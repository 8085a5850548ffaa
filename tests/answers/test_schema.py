from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.response import Answer
from kit.answers.schema import APPLICATION, MIGRATIONS, prepare
from kit.answers.store import Store
from kit.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

FORM = (
    '{"form": "small", "version": "v", "wording": "w", "session": "small", "title": "Small", '
    '"phase": "end", "language": "en", "fields": []}'
)
LATER = (*MIGRATIONS, "ALTER TABLE response ADD COLUMN language TEXT NOT NULL DEFAULT 'en'")


def prepare_first(plain: sqlite3.Connection) -> None:
    """Make the file as the first kit did, whose tables had fewer columns than today's."""
    for statement in MIGRATIONS[0].split("\n\n"):
        plain.execute(statement)
    plain.execute(f"PRAGMA application_id = {APPLICATION}")
    plain.execute("PRAGMA user_version = 1")


def version(database: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(database)) as plain:
        (application,) = plain.execute("PRAGMA application_id").fetchone()
        (number,) = plain.execute("PRAGMA user_version").fetchone()
    return application, number


def test_a_new_file_says_whose_it_is_and_its_version(database: Path) -> None:
    Store.at(database).close()
    assert version(database) == (APPLICATION, len(MIGRATIONS))


def test_an_older_file_becomes_one_of_today_with_all_that_it_had(
    database: Path, respond: Any
) -> None:
    with Store.at(database) as store:
        store.add([respond(Answer("can-respond", ("4",)))])
    with closing(sqlite3.connect(database, isolation_level=None)) as plain:
        prepare(plain, "answers.db", LATER)
        prepare(plain, "answers.db", LATER)  # again: nothing to do
        assert plain.execute("SELECT day, language FROM response").fetchall() == [
            ("2027-08-12", "en")
        ]
    assert version(database) == (APPLICATION, len(LATER))


def test_a_file_of_the_first_kit_has_all_that_it_had_and_takes_more(
    database: Path, respond: Any
) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as plain:
        prepare_first(plain)
        plain.execute("INSERT INTO form VALUES ('d', 'small', 'v', 'w', 'small', ?)", (FORM,))
        row = ("k7f3-9xqm-2t4b", "d", "scan", "2027-08-12", "scan-1", None, 0)
        plain.execute("INSERT INTO response VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    with Store.at(database) as store:
        (old,) = store.responses()
        assert (old.id, old.response.received) == ("k7f3-9xqm-2t4b", {})
        store.add([replace(respond(Answer("can-respond", ("4",))), received={"answers": {}})])
    assert version(database) == (APPLICATION, len(MIGRATIONS))


def test_a_migration_that_fails_leaves_the_file_as_it_was(database: Path) -> None:
    Store.at(database).close()
    broken = (*LATER, "ALTER TABLE nothing ADD COLUMN more")
    with closing(sqlite3.connect(database, isolation_level=None)) as plain:
        with pytest.raises(sqlite3.OperationalError):
            prepare(plain, "answers.db", broken)
        with pytest.raises(sqlite3.OperationalError):
            plain.execute("SELECT language FROM response")
    assert version(database) == (APPLICATION, len(MIGRATIONS))
    Store.at(database).close()


def test_a_file_of_a_later_kit_is_told_and_left_alone(database: Path) -> None:
    Store.at(database).close()
    with closing(sqlite3.connect(database, isolation_level=None)) as plain:
        prepare(plain, "answers.db", LATER)
        # Whatever a later kit may do in it.
        plain.execute("PRAGMA writable_schema = ON")
        plain.execute("UPDATE sqlite_schema SET sql = 'CREATE VIEW answer IS' WHERE type = 'view'")
    before = database.read_bytes()
    with pytest.raises(KitError) as caught:
        Store.at(database)
    assert [each.code for each in caught.value.problems] == ["newer-answers"]
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    "made", ["CREATE TABLE response (id)", "PRAGMA user_version = 1", "PRAGMA application_id = 7"]
)
def test_the_database_of_another_program_is_told_and_left_alone(database: Path, made: str) -> None:
    with closing(sqlite3.connect(database)) as plain:
        plain.execute(made)
    before = database.read_bytes()
    with pytest.raises(KitError) as caught:
        Store.at(database)
    assert [each.code for each in caught.value.problems] == ["not-answers"]
    assert database.read_bytes() == before


def test_a_file_that_lacks_a_column_is_told(database: Path) -> None:
    Store.at(database).close()
    with closing(sqlite3.connect(database)) as plain:
        plain.execute("DROP VIEW answer")
    with pytest.raises(KitError) as caught:
        Store.at(database)
    assert [each.code for each in caught.value.problems] == ["damaged-answers"]
