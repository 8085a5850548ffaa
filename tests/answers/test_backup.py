from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.response import Answer
from kit.answers.store import Store
from kit.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Answer("can-respond", ("4",))


def test_a_backup_is_one_file_with_everything(store: Store, respond: Any, tmp_path: Path) -> None:
    (name,) = store.add([respond(CHOSEN, original=str(each)) for each in range(30)]).new[:1]
    store.correct(name, Answer("can-respond", ("5",)), "reviewer")
    target = tmp_path / "usb stick" / "answers copy.db"
    target.parent.mkdir()
    store.backup(target)
    assert [each.name for each in target.parent.iterdir()] == [target.name]
    with Store.at(target) as copied:
        assert list(copied.responses()) == list(store.responses())


def test_it_is_taken_while_others_write(store: Store, respond: Any, database: Path) -> None:
    store.add([respond(CHOSEN) for _ in range(200)])
    more = [respond(CHOSEN) for _ in range(40)]
    stop = threading.Event()

    def serve() -> None:
        with Store.at(database) as server:
            while more and not stop.is_set():
                server.add([more.pop()])

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        for number in range(5):
            target = database.parent / f"backup-{number}.db"
            store.backup(target)
            with Store.at(target) as copied:
                assert len(list(copied.responses())) >= 200
    finally:
        stop.set()
        thread.join()


def test_the_answers_themselves_are_not_written_over(
    store: Store, respond: Any, database: Path
) -> None:
    store.add([respond(CHOSEN)])
    with pytest.raises(KitError) as caught:
        store.backup(database.parent / ".." / database.parent.name / database.name)
    assert [each.code for each in caught.value.problems] == ["not-a-backup"]
    assert len(list(store.responses())) == 1


def test_where_it_cannot_be_written_the_old_one_stays(
    store: Store, respond: Any, tmp_path: Path
) -> None:
    store.add([respond(CHOSEN)])
    with pytest.raises(KitError) as caught:
        store.backup(tmp_path / "no such folder" / "copy.db")
    assert len(caught.value.problems) == 1
    folder = tmp_path / "taken"
    folder.mkdir()
    with pytest.raises(KitError) as caught:
        store.backup(folder)
    assert [each.code for each in caught.value.problems] == ["in-the-way"]
    assert not list(tmp_path.glob(".*"))
