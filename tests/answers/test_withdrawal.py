from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers import withdrawal
from kit.answers.pictures import as_pages, keep_picture
from kit.answers.released import Cell
from kit.answers.response import Answer, Status, Way
from kit.answers.store import Store
from kit.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

SHEET = "0123456789ABC"
WORDS = "My chief never answers."
TYPED = "My chief never replies."
PICTURE = b"\x89PNG a crop of handwriting \x00\x01"
DIGEST = "5f1d7a84db00d2fce00b31a7fc73224f"


@pytest.fixture
def sheet(store: Store, respond: Any, database: Path) -> str:
    """A scanned sheet with a comment, its picture and a correction, among many others.

    A report has shown figures of them.
    """
    day = respond().day
    name = keep_picture(database.parent, PICTURE, day)
    row = keep_picture(database.parent, PICTURE + b"row", day)
    pages = [keep_picture(database.parent, PICTURE + side, day, "jpg") for side in (b"1", b"2")]
    comment = Answer("improve", (WORDS,), Status.DOUBTFUL, {"crops": [{"picture": name}]})
    rated = Answer("can-respond", ("2",), evidence={"row": row})
    others = [
        respond(Answer("can-respond", ("4",)), Answer("improve", (f"More time, {each}.",)))
        for each in range(300)
    ]
    sheet = respond(comment, rated, way=Way.SCAN, token=SHEET, original=DIGEST)
    sheet = replace(
        sheet,
        received={
            **as_pages((at, name, ()) for at, name in enumerate(pages, start=1)),
            "said": WORDS,
        },
    )
    ids = store.add([*others[:150], sheet, *others[150:]]).new
    added = ids[150]
    store.ledger.release("interns", [Cell("pace", frozenset(ids))], day)
    store.correct(added, Answer("improve", (TYPED,), Status.TYPED), "reviewer")
    return added


def traces(folder: Path, *named: str) -> list[str]:
    """Name the files that still have something of the sheet."""
    wanted = [each.encode() for each in (WORDS, TYPED, DIGEST, SHEET, *named)] + [PICTURE]
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in wanted)
    )


@pytest.mark.parametrize(
    "name", ["{id}", SHEET, SHEET.lower(), f"WK-7K2MQ4ZC-1-{SHEET}", f"wk 7k2mq4zc 1 {SHEET}"]
)
def test_nothing_is_left_of_a_withdrawn_sheet(
    store: Store, sheet: str, database: Path, name: str
) -> None:
    folder = database.parent
    # The log, a picture of the comment, one of the row, and those of both pages.
    assert len(traces(folder, sheet)) >= 5
    with Store.at(database):  # a server that runs on
        assert store.withdraw(name.format(id=sheet))
        assert traces(folder, sheet) == []
        assert database.with_name("answers.db-wal").stat().st_size == 0
        assert not list((folder / "pictures").iterdir())
        assert sum(each.responses for each in store.counts()) == 300
        (shown,) = store.ledger.cells()
        assert len(shown.members) == 301  # the report is out
        assert not store.withdraw(name.format(id=sheet))
    store.close()
    assert traces(folder, sheet) == []


def test_nothing_is_left_where_the_disk_cannot_write_ahead(
    store: Store, sheet: str, database: Path
) -> None:
    assert store._connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    assert store.withdraw(sheet)
    assert traces(database.parent, sheet) == []
    assert [each.name for each in database.parent.iterdir() if each.is_file()] == ["answers.db"]


def test_with_the_last_answer_to_a_form_goes_the_form(store: Store, respond: Any) -> None:
    (only,) = store.add([respond(Answer("can-respond", ("4",)))]).new
    assert store.withdraw(only)
    assert store._connection.execute("SELECT count(*) FROM form").fetchone() == (0,)
    store.add([respond(Answer("can-respond", ("4",)))])
    assert len(list(store.responses())) == 1


def test_a_picture_that_shows_another_sheet_too_stays(
    store: Store, respond: Any, database: Path
) -> None:
    name = keep_picture(database.parent, PICTURE, respond().day)
    answer = Answer("can-respond", ("4",), evidence={"page": name})
    whole = replace(respond(), received=as_pages([(1, name, ())]))
    names = store.add([respond(answer), whole, respond(answer)]).new
    for each in names[:2]:
        store.withdraw(each)
        assert (database.parent / "pictures" / name).read_bytes() == PICTURE
    store.withdraw(names[2])
    assert traces(database.parent) == []


def test_evidence_leads_to_no_other_file(store: Store, respond: Any, database: Path) -> None:
    precious = database.parent / "precious.png"
    precious.write_bytes(b"mine")
    (database.parent / "pictures").mkdir()
    named = ["../precious.png", str(precious), "precious.png", "..", "", "a\0b", "x" * 5000]
    (name,) = store.add([respond(Answer("can-respond", ("4",), evidence={"p": named}))]).new
    assert store.withdraw(name)
    assert precious.read_bytes() == b"mine"


def test_a_reader_that_does_not_end_is_told_and_a_second_run_clears_up(
    store: Store, sheet: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(withdrawal, "PATIENCE", 0.05)
    monkeypatch.setattr(withdrawal.tidy, "__defaults__", (0.05,))
    with closing(sqlite3.connect(database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entry").fetchone()
        with pytest.raises(KitError) as caught:
            store.withdraw(sheet)
        assert [each.code for each in caught.value.problems] == ["traces-left"]
        assert store.find(sheet) is None
        assert traces(database.parent, sheet) != []
        reader.execute("ROLLBACK")
        assert not store.withdraw(sheet)
        assert traces(database.parent, sheet) == []


def test_where_a_picture_cannot_be_removed_nothing_is(
    store: Store, sheet: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(withdrawal, "erase", refuse)
        with pytest.raises(KitError) as caught:
            store.withdraw(sheet)
    assert [each.code for each in caught.value.problems] == ["not-writable"]
    assert store.find(sheet)
    assert store.withdraw(sheet)
    assert traces(database.parent, sheet) == []
