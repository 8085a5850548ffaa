from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers import database as module
from kit.answers.database import opened
from kit.answers.response import Answer
from kit.answers.store import Store
from kit.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.answers.response import Response

    Respond = Callable[..., Response]

CHOSEN = Answer("can-respond", ("4",))


def code_of(caught: pytest.ExceptionInfo[KitError]) -> str:
    (problem,) = caught.value.problems
    assert problem.message.endswith(".")
    assert problem.hint
    assert problem.where
    return problem.code


def test_it_writes_ahead_waits_for_the_disk_and_overwrites_what_is_deleted(database: Path) -> None:
    with closing(opened(database, "answers.db")) as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "secure_delete": 1,
        "busy_timeout": 10_000,
    }


@pytest.mark.skipif(os.name != "posix", reason="rights of other accounts are POSIX's")
def test_a_new_file_is_for_its_own_account_and_one_that_is_there_keeps_its_rights(
    database: Path,
) -> None:
    for rights in (0o600, 0o640):
        with closing(opened(database, "answers.db")):
            files = list(database.parent.glob(f"{database.name}*"))
            assert len(files) == 3  # with the logs
            assert {each.stat().st_mode & 0o777 for each in files} == {rights}
        database.chmod(0o640)


def test_where_the_disk_cannot_share_memory_it_keeps_a_journal(database: Path) -> None:
    # Files are locked by other files here, as some network disks need it.
    address = f"file:{database}?vfs=unix-dotfile"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        module._choose_journal(connection)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"Not a database at all, but long enough to be one. " * 100, "damaged-answers"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "damaged-answers"),
    ],
)
def test_what_is_no_database_is_told_and_left_alone(
    database: Path, content: bytes, code: str
) -> None:
    database.write_bytes(content)
    with pytest.raises(KitError) as caught:
        Store.at(database)
    assert code_of(caught) == code
    assert database.read_bytes() == content
    assert list(database.parent.iterdir()) == [database]


def test_a_file_cut_short_is_told(database: Path, respond: Respond) -> None:
    with Store.at(database) as store:
        store.add(respond(CHOSEN) for _ in range(200))
    content = database.read_bytes()
    database.write_bytes(content[: len(content) // 2])
    with pytest.raises(KitError) as caught:
        Store.at(database)
    assert code_of(caught) == "damaged-answers"


def test_a_row_that_the_kit_did_not_write_is_told(store: Store, respond: Respond) -> None:
    store.add([respond(CHOSEN)])
    for change in (
        "UPDATE entry SET given = '{'",
        "UPDATE entry SET given = '[]', evidence = '1'",
        "UPDATE entry SET evidence = '{}', status = 'sure'",
        "UPDATE entry SET status = 'taken', day = '2027-99-99'",
        "UPDATE form SET description = '[]'",
        "UPDATE response SET way = 'pigeon'",
    ):
        store._connection.execute(change)
        store._lookup._forms.clear()
        with pytest.raises(KitError) as caught:
            list(store.responses())
        assert code_of(caught) == "damaged-answers"
    with pytest.raises(KitError) as caught:
        store.counts()
    assert code_of(caught) == "damaged-answers"


def test_a_folder_or_a_missing_one_is_told(database: Path) -> None:
    database.mkdir()
    for path in (database, database / "no" / "answers.db"):
        with pytest.raises(KitError) as caught:
            Store.at(path)
        assert code_of(caught) == "not-writable"


def test_a_disk_that_can_only_be_read_takes_nothing(store: Store, respond: Respond) -> None:
    store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(KitError) as caught:
        store.add([respond(CHOSEN)])
    assert code_of(caught) == "not-writable"
    assert list(store.responses()) == []


@pytest.mark.skipif(os.name != "posix", reason="the size of files is limited as POSIX does it")
def test_a_full_disk_is_told_to_readers_too(database: Path, respond: Respond) -> None:
    import resource  # noqa: PLC0415 - POSIX's alone

    with Store.at(database) as store:
        store.add([respond(CHOSEN)])
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(KitError) as caught:
            Store.at(database)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert code_of(caught) == "disk-full"
    with Store.at(database) as store:
        assert len(list(store.responses())) == 1


def test_a_full_disk_takes_nothing_of_it(store: Store, respond: Respond) -> None:
    store.add([respond(CHOSEN)])
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(KitError) as caught:
        store.add(respond(CHOSEN) for _ in range(500))
    assert code_of(caught) == "disk-full"
    assert len(list(store.responses())) == 1
    store._connection.execute("PRAGMA max_page_count = 100000")
    store.add([respond(CHOSEN)])
    assert len(list(store.responses())) == 2


def test_a_command_that_does_not_end_is_told_after_a_while(
    database: Path, respond: Respond, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.at(database) as store, closing(sqlite3.connect(database)) as other:
        store._connection.execute("PRAGMA busy_timeout = 50")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KitError) as caught:
            store.add([respond(CHOSEN)])
        assert code_of(caught) == "answers-busy"
        assert list(store.responses()) == []  # whoever reads is not kept waiting
        other.execute("ROLLBACK")
        store.add([respond(CHOSEN)])
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    with closing(sqlite3.connect(database)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(KitError) as caught:
            opened(database, "answers.db", patience=0.05)
        assert code_of(caught) == "answers-busy"


def test_mistakes_of_the_program_are_not_blamed_on_the_file(store: Store) -> None:
    store._connection.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.counts()


def _add_some(path: Path, responses: list[Response]) -> None:
    with Store.at(path) as store:
        for response in responses:
            assert len(store.add([response]).new) == 1
            store.counts()


def test_several_commands_write_and_read_at_once(database: Path, respond: Respond) -> None:
    spawn = multiprocessing.get_context("fork")
    shares = [[respond(CHOSEN) for _ in range(25)] for _ in range(4)]
    processes = [spawn.Process(target=_add_some, args=(database, share)) for share in shares]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    with Store.at(database) as store:
        assert len(list(store.responses())) == 100


_ACKNOWLEDGES = """
import sys
from datetime import date
from pathlib import Path
from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription
field = AnswerField("q", "q", "one", "How?", ("1", "2"), ("no", "yes"))
form = FormDescription("f", "v", "w", "s", "F", "end", "en", (field,))
store = Store.at(Path(sys.argv[1]))
answers = (Answer("q", ("1",)),)
for number in range(100_000):
    response = Response(form, Way.WEB, date(2027, 8, 12), answers, f"{sys.argv[2]}-{number}")
    print(*store.add([response]).new, flush=True)
"""


def test_what_was_acknowledged_is_there_after_a_kill(database: Path) -> None:
    acknowledged: list[str] = []
    for at in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", _ACKNOWLEDGES, str(database), str(at)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(module.__file__).parents[2],
        )
        assert process.stdout
        acknowledged += [process.stdout.readline().strip() for _ in range(20)]
        time.sleep(0.05 * at)
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += process.stdout.read().split("\n")[:-1]
        process.wait()
    with Store.at(database) as store:
        there: list[Any] = [each.id for each in store.responses()]
    assert len(acknowledged) >= 60
    assert set(acknowledged) <= set(there)
    assert len(there) <= len(acknowledged) + 3  # one a run may be kept and not acknowledged
