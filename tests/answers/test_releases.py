from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from kit.answers.pictures import as_pages, keep_picture
from kit.answers.released import Cell
from kit.answers.response import Answer, Way
from kit.answers.schema import APPLICATION, MIGRATIONS
from kit.answers.store import Store
from kit.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2027, 9, 1)
RATED = Answer("can-respond", ("4",))


@pytest.fixture
def ids(store: Store, respond: Any) -> list[str]:
    return list(store.add([respond(RATED) for _ in range(40)]).new)


def cell(*members: str, field: str = "end/can-respond") -> Cell:
    return Cell(field, frozenset(members))


def test_what_was_released_is_kept(store: Store, ids: list[str], database: Path) -> None:
    whole, part = cell(*ids), cell(*ids[:30])
    other = cell(*ids[1:], field="end/pace")
    first = store.ledger.release("interns/first", [whole, part, whole], DAY)
    second = store.ledger.release("interns", [whole, other], date(2027, 9, 2))
    assert store.ledger.last() == second > first
    with Store.at(database) as again:
        one, two = again.ledger.releases()
        assert (one.id, one.day, one.scope) == (first, DAY, "interns/first")
        assert one.cells == {whole, part}
        assert two.cells == {whole, other}
        found = again.ledger.cells()
        assert len(found) == 3
        assert set(found) == {whole, part, other}


def test_the_same_report_again_adds_nothing(store: Store, ids: list[str]) -> None:
    cells = [cell(*ids), cell(*ids[:20])]
    first = store.ledger.release("interns", cells, DAY)
    assert store.ledger.release("interns", reversed(cells), date(2027, 9, 9)) == first
    assert store.ledger.release("interns/first", cells, DAY) != first
    assert store.ledger.release("interns", cells[:1], DAY) != first
    # Not what the last had, but what the one before had: it is shown once more.
    assert store.ledger.release("interns", cells, DAY) != first
    assert len(store.ledger.releases()) == 4


def test_a_report_that_nobody_saw_is_forgotten_with_all_that_only_it_had(
    store: Store, ids: list[str]
) -> None:
    kept = store.ledger.release("interns", [cell(*ids[:10])], DAY)
    gone = store.ledger.release("all", [cell(*ids), cell(*ids[:10])], DAY)
    assert store.ledger.forget(gone)
    assert not store.ledger.forget(gone)
    assert [each.id for each in store.ledger.releases()] == [kept]
    assert store.ledger.cells() == (cell(*ids[:10]),)
    assert store._connection.execute("SELECT count(*) FROM counted").fetchone() == (10,)
    # Its number is not given again: somebody may still hold it.
    assert store.ledger.release("all", [cell(*ids)], DAY) > gone


def test_another_report_in_between_is_told_and_nothing_is_entered(
    store: Store, ids: list[str], database: Path
) -> None:
    known = store.ledger.last()
    with Store.at(database) as other:
        other.ledger.release("interns", [cell(*ids[:36])], DAY, known=0)
    with pytest.raises(KitError) as caught:
        store.ledger.release("all", [cell(*ids)], DAY, known=known)
    assert [each.code for each in caught.value.problems] == ["came-between"]
    assert len(store.ledger.releases()) == 1
    store.ledger.release("all", [cell(*ids)], DAY, known=store.ledger.last())


def test_a_response_that_was_withdrawn_in_between_leaves_no_trace(
    store: Store, ids: list[str]
) -> None:
    store.withdraw(ids[0])
    with pytest.raises(KitError) as caught:
        store.ledger.release("all", [cell(*ids)], DAY)
    assert [each.code for each in caught.value.problems] == ["came-between"]
    assert store.ledger.releases() == ()


def test_a_withdrawn_response_stays_counted_under_no_name(store: Store, ids: list[str]) -> None:
    store.ledger.release("interns", [cell(*ids), cell(*ids[:20], field="end/pace")], DAY)
    store.ledger.release("all", [cell(*ids[:30])], DAY)
    assert store.withdraw(ids[0])
    cells = store.ledger.cells()
    assert [len(each.members) for each in cells] == [40, 20, 30]
    strangers = {member for each in cells for member in each.members - set(ids)}
    assert len(strangers) == 1  # the same person in every report
    assert all(each.members - set(ids) == strangers for each in cells)
    assert not any(ids[0] in each.members for each in cells)


def test_pages_put_together_and_taken_apart_are_counted_as_what_they_are(
    store: Store, respond: Any, ids: list[str]
) -> None:
    picture = keep_picture(store.records, b"1", respond().day)
    pages = as_pages([(1, picture, ["can-respond"]), (2, picture, ["improve"])])
    (sheet,) = store.add([respond(RATED, Answer("improve", ()), way=Way.SCAN, received=pages)]).new
    rated, words = cell(sheet, *ids), cell(sheet, *ids, field="end/improve")
    store.ledger.release("interns", [rated, words], DAY)
    back = store.part(sheet)
    assert set(store.ledger.cells()) == {rated, cell(back, *ids, field="end/improve")}
    store.join(back, sheet)
    assert set(store.ledger.cells()) == {rated, words}
    assert store.ledger.release("interns", [rated, words], DAY) == store.ledger.last() == 1
    store.withdraw(sheet)
    assert not any({sheet, back} & each.members for each in store.ledger.cells())


def test_a_backup_has_it(store: Store, ids: list[str], tmp_path: Path) -> None:
    store.ledger.release("interns", [cell(*ids)], DAY)
    store.backup(tmp_path / "copy.zip")
    with ZipFile(tmp_path / "copy.zip") as packed:
        packed.extractall(tmp_path / "again")
    with Store.at(tmp_path / "again" / "answers.db") as copied:
        assert copied.ledger.releases() == store.ledger.releases()


def test_a_file_of_a_kit_without_a_ledger_gets_one(
    store: Store, ids: list[str], database: Path
) -> None:
    store.close()
    with closing(sqlite3.connect(database)) as plain:
        for table in ("released_cell", "released_group", "counted", "release"):
            plain.execute(f"DROP TABLE {table}")
        plain.execute("PRAGMA user_version = 2")
    with Store.at(database) as newer:
        assert len(list(newer.responses())) == 40
        assert newer.ledger.releases() == ()
        newer.ledger.release("interns", [cell(*ids)], DAY)
        version = newer._connection.execute("PRAGMA user_version").fetchone()
        application = newer._connection.execute("PRAGMA application_id").fetchone()
    assert (application, version) == ((APPLICATION,), (len(MIGRATIONS),))


def test_a_ledger_that_makes_no_sense_is_told(store: Store, ids: list[str]) -> None:
    store.ledger.release("interns", [cell(*ids)], DAY)
    store._connection.execute("DELETE FROM counted WHERE number = 3")
    for read in (store.ledger.releases, store.ledger.cells):
        with pytest.raises(KitError) as caught:
            read()
        assert [each.code for each in caught.value.problems] == ["damaged-answers"]


def test_a_large_report_is_small_and_quick(store: Store, respond: Any, database: Path) -> None:
    ids = store.add([respond(RATED) for _ in range(1_200)]).new
    store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = database.stat().st_size
    cells = [
        cell(*(each for at, each in enumerate(group, start=field) if at % 19), field=f"f{field}")
        for field in range(30)
        for group in [ids, *(ids[at : at + 20] for at in range(0, 1_200, 20))]
    ]
    store.ledger.release("all", cells, DAY)
    assert set(store.ledger.cells()) == set(cells)
    store.close()
    assert database.stat().st_size - before < 500_000
