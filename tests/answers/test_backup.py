from __future__ import annotations

import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from kit.answers.pictures import as_pages, keep_picture
from kit.answers.response import Answer
from kit.answers.store import Store
from kit.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Answer("can-respond", ("4",))


def unpacked(target: Path, folder: Path) -> Path:
    """Go back to a backup in another folder, as the guide says; give its answers."""
    with ZipFile(target) as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    return folder / "answers.db"


def test_a_backup_is_one_file_from_which_everything_comes_back(
    store: Store, respond: Any, database: Path, tmp_path: Path
) -> None:
    day = respond().day
    row, page, other = (
        keep_picture(database.parent, content, day) for content in (b"row", b"page", b"no one's")
    )
    (database.parent / "forms").mkdir()
    (database.parent / "forms" / "7K2MQ4ZC.json").write_text("{}", encoding="utf-8")
    scanned = respond(Answer("improve", ("Time",), evidence={"picture": row}))
    store.add([replace(scanned, received=as_pages([(1, page, ())]))])
    (name,) = store.add([respond(CHOSEN, original=str(each)) for each in range(30)]).new[:1]
    store.correct(name, Answer("can-respond", ("5",)), "reviewer")
    target = tmp_path / "usb stick" / "answers copy.zip"
    target.parent.mkdir()
    store.backup(target)
    assert [each.name for each in target.parent.iterdir()] == [target.name]
    with Store.at(unpacked(target, tmp_path / "again")) as copied:
        assert list(copied.responses()) == list(store.responses())
        pictures = copied.records / "pictures"
        assert (pictures / row).read_bytes() == b"row"
        assert (pictures / page).read_bytes() == b"page"
        assert not (pictures / other).exists()
        assert (copied.records / "forms" / "7K2MQ4ZC.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.skipif(os.name != "posix", reason="rights of other accounts are POSIX's")
def test_it_is_for_its_own_account(store: Store, respond: Any, tmp_path: Path) -> None:
    store.add([respond(CHOSEN)])
    target = tmp_path / "answers.zip"
    store.backup(target)
    assert target.stat().st_mode & 0o777 == 0o600


def test_it_is_taken_while_others_write_and_no_picture_is_missing(
    store: Store, respond: Any, database: Path, tmp_path: Path
) -> None:
    store.add([respond(CHOSEN) for _ in range(200)])
    more = [respond(CHOSEN) for _ in range(40)]
    stop = threading.Event()

    def scan() -> None:
        with Store.at(database) as other:
            while more and not stop.is_set():
                page = keep_picture(database.parent, b"page", more[-1].day, "jpg")
                other.add([replace(more.pop(), received=as_pages([(1, page, ())]))])

    thread = threading.Thread(target=scan)
    thread.start()
    try:
        for number in range(5):
            target = tmp_path / f"backup-{number}.zip"
            store.backup(target)
            folder = tmp_path / f"{number}"
            with Store.at(unpacked(target, folder)) as copied:
                found = list(copied.responses())
            assert len(found) >= 200
            named = [each.response.received for each in found if each.response.received]
            kept = {each.name for each in folder.glob("pictures/*")}
            assert {page["picture"] for each in named for page in each["pages"]} == kept
    finally:
        stop.set()
        thread.join()


def test_what_is_no_zip_file_is_refused(store: Store, respond: Any, database: Path) -> None:
    store.add([respond(CHOSEN)])
    for target in (database, database.with_name("copy.db"), database.with_name("copy")):
        with pytest.raises(KitError) as caught:
            store.backup(target)
        assert [each.code for each in caught.value.problems] == ["backup-kind"]
    assert len(list(store.responses())) == 1


def test_where_it_cannot_be_written_the_old_one_stays(
    store: Store, respond: Any, tmp_path: Path
) -> None:
    store.add([respond(CHOSEN)])
    with pytest.raises(KitError) as caught:
        store.backup(tmp_path / "no such folder" / "copy.zip")
    assert len(caught.value.problems) == 1
    folder = tmp_path / "taken.zip"
    folder.mkdir()
    with pytest.raises(KitError) as caught:
        store.backup(folder)
    assert [each.code for each in caught.value.problems] == ["in-the-way"]
    assert not list(tmp_path.glob(".*"))
