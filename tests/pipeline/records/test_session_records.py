from __future__ import annotations

import errno
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.definitions.session_record import DebriefAnswer, Headcount, SessionRecord
from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.records.record_entry import Entry, with_entry
from kit.pipeline.records.session_records import (
    change_record,
    load_record,
    plain,
    read_record,
    record_file,
    text_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from kit.library import Library

TODAY = "2027-08-12"
TEXTS = st.text(min_size=1, max_size=60).map(plain).filter(bool)
LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)


@pytest.fixture
def library(project: Path) -> Library:
    return find_library(project)


def enter(library: Library, entry: Entry) -> SessionRecord:
    return change_record(
        library, "interns", "first", lambda record: with_entry(record, entry, TODAY)
    )[1]


def test_nothing_is_recorded_at_first(library: Library, project: Path) -> None:
    assert load_record(library, "interns", "first") is None
    assert not (project / "records").exists()


def test_a_record_is_sorted_readable_json_with_a_version(library: Library) -> None:
    enter(library, Entry(attended=2, names=("Zoë", "Ana"), minutes={"welcome": 8, "cases": 0}))
    text = record_file(library, "interns", "first").read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert json.loads(text) == {
        "kit": 1,
        "recorded": TODAY,
        "attended": {"count": 2, "names": ["Zoë", "Ana"]},
        "minutes": {"cases": 0, "welcome": 8},
    }


@given(
    names=st.lists(LINES, max_size=4),
    note=TEXTS,
    answers=st.lists(st.tuples(TEXTS, TEXTS), max_size=3),
)
def test_whatever_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory,
    names: list[str],
    note: str,
    answers: list[tuple[str, str]],
) -> None:
    record = SessionRecord(
        attended=Headcount(count=9, names=tuple(names)),
        debrief=tuple(DebriefAnswer(question=one, answer=two) for one, two in answers),
        note=note,
    )
    path = tmp_path_factory.mktemp("records") / "first.json"
    path.write_text(text_of(record), encoding="utf-8", newline="")
    assert read_record(path, "first.json") == record
    assert SessionRecord.model_validate(json.loads(path.read_bytes())) == record


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('"count": 14', '"count": -1', "number-range", 3),
        ('"kit": 1', '"kit": 7', "", 5),
        ('"kit": 1', '"kitt": 1', "unknown-key", 5),
        ('"count": 14', '"count": [', "json", 4),
        ('"count": 14', '"count": 14,', "json", 0),
        ('"kit": 1,', '"kit": 1', "json", 6),
        ("14", "“14”", "json", 3),
    ],
)
def test_a_damaged_record_is_told_at_its_place_and_never_written_over(
    library: Library, old: str, new: str, code: str, line: int
) -> None:
    enter(library, Entry(attended=14))
    path = record_file(library, "interns", "first")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(KitError) as caught:
        enter(library, Entry(attended=3))
    problems = caught.value.problems
    assert problems[0].code == "damaged-record"
    assert all(each.where and each.where.file.endswith("first.json") for each in problems)
    if line:
        assert line in {each.where.line for each in problems if each.where}
    if code:
        assert code in {each.code for each in problems}
    assert path.read_bytes() == before
    assert "`first.json.old`" in problems[0].hint
    assert not any("YAML" in f"{each.message}{each.hint}" for each in problems)


def test_json_that_another_program_wrote_is_read(library: Library) -> None:
    record = enter(library, Entry(attended=2, names=("Zoë", "Ana"), notes={"welcome": "a\nb"}))
    path = record_file(library, "interns", "first")
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(data, indent="\t"), encoding="utf-8", newline="\r\n")
    assert load_record(library, "interns", "first") == record


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"\xff\xfe\x00", b"{" * 100_000])
def test_what_is_no_record_at_all_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "first.json"
    path.write_bytes(content)
    with pytest.raises(KitError) as caught:
        read_record(path, "first.json")
    assert "damaged-record" in {each.code for each in caught.value.problems}


def test_what_is_the_same_is_not_written_again(library: Library) -> None:
    enter(library, Entry(attended=14))
    path = record_file(library, "interns", "first")
    stat = path.stat()
    enter(library, Entry(attended=14))
    assert path.stat() == stat


def test_many_at_once_lose_nothing(library: Library) -> None:
    entries = [Entry(minutes={f"part-{number}": number}) for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda entry: enter(library, entry), entries))
    record = load_record(library, "interns", "first")
    assert record is not None
    assert dict(record.minutes) == {f"part-{number}": number for number in range(12)}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_leaves_the_record_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    enter(library, Entry(attended=14))
    path = record_file(library, "interns", "first")
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(number, "some words")

    monkeypatch.setattr("kit.pipeline.files.os.fsync", refuse)
    with pytest.raises(KitError):
        enter(library, Entry(attended=3))
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["first.json"]
