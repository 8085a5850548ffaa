from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kit.answers.response import Way
from kit.answers.store import Store
from kit.collecting.files import ENDINGS, collect_files
from kit.collecting.given_files import given_files
from kit.errors import KitError, Severity
from kit.exchange.answer_file import read_answer_file

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem
    from kit.instrument.description import FormDescription
    from kit.library import Library

ANSWERS = {
    "can-respond": "4",
    "mentoring-improved": "na",
    "recommend": "10",
    "most-useful": ["3", "1"],
    "improve": " Más café\r\nplease ",
}


def data_of(form: FormDescription, answers: dict[str, Any], token: str = "") -> dict[str, Any]:
    named = {part: getattr(form, part) for part in ("form", "version", "wording", "session")}
    return {
        "kit-answers": 1,
        "form": named,
        "token": token or str(uuid4()),
        "answers": answers,
    }


def save(folder: Path, name: str, data: Any) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_an_answer_file_is_a_response(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    data = data_of(form, ANSWERS)
    path = save(tmp_path / "in", "a.json", data)
    collected = collect_files(library, [path], None)
    assert collected.problems == ()
    (response,) = collected.responses
    assert (response.way, response.form, response.token) == (Way.FILE, form, data["token"])
    said = {each.field: each.values for each in response.answers}
    assert list(said) == [each.key for each in form.fields]
    assert said["most-useful"] == ("1", "3")
    assert said["improve"] == ("Más café\nplease",)
    assert said["knows-gap.before"] == ()
    assert response.received["answers"]["can-respond"] == ["4"]
    assert set(response.received["answers"]) == set(ANSWERS)


def test_one_broken_file_stops_no_other(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    save(folder, "good.json", data_of(form, ANSWERS))
    (folder / "half.json").write_text('{"kit-answers": 1, "form"', encoding="utf-8")
    (folder / "bytes.json").write_bytes(b"\x00\xff\xfe")
    (folder / "deep.json").write_text("[" * 50_000, encoding="utf-8")
    (folder / "large.json").write_bytes(b" " * 300_000)
    save(folder, "other.json", {"name": "package"})
    save(folder, "newer.json", {**data_of(form, ANSWERS), "kit-answers": 2})
    (folder / "photo.jpg").write_bytes(b"JFIF")
    collected = collect_files(library, given_files([folder], ENDINGS).files, None)
    assert len(collected.responses) == 1
    named = {each.where.file.rpartition("/")[2] for each in collected.problems if each.where}
    assert named == {
        *("half.json", "bytes.json", "deep.json", "large.json", "other.json", "newer.json"),
    }
    assert all(each.message.endswith(".") for each in collected.problems)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"answers": {"pace": "1"}}, "does not ask `pace`"),
        ({"answers": {"can-respond": "6"}}, "cannot be answered with “6”"),
        ({"answers": {"can-respond": ["1", "2"]}}, "takes one answer and has 2"),
        ({"answers": {"most-useful": ["1", "1"]}}, "one answer twice"),
        ({"answers": {"improve": "x" * 20_001}}, "one text of up to"),
        ({"answers": {"can-respond": 4}}, "`can-respond` is no text"),
        ({"answers": []}, "`answers` are no answers"),
        ({"token": "me"}, "`token` is none"),
        ({"name": "Ana"}, "`name` has no place in it"),
        ({"form": {"form": "small"}}, "does not say which form"),
        ({"sheet": "me"}, "no code of a numbered sheet"),
    ],
)
def test_what_was_changed_by_hand_is_told_by_file(
    library: Library, form: FormDescription, tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    path = save(tmp_path / "in", "a.json", {**data_of(form, ANSWERS), **change})
    collected = collect_files(library, [path], None)
    assert collected.responses == ()
    (problem,) = collected.problems
    assert told in problem.message
    assert problem.where
    assert problem.where.file.endswith("a.json")


def test_a_key_that_stands_twice_is_told(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    path = save(tmp_path / "in", "a.json", data_of(form, {"recommend": "4"}))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"recommend": "4"', '"recommend": "4", "recommend": "5"'), "utf-8")
    (problem,) = collect_files(library, [path], None).problems
    assert "`recommend` stands in it twice" in problem.message


def test_a_person_counts_once(library: Library, form: FormDescription, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    data = data_of(form, ANSWERS)
    save(folder, "a.json", data)
    save(folder, "a (1).json", data)
    with Store.at(tmp_path / "answers.db") as store:
        collected = collect_files(library, given_files([folder], ENDINGS).files, store)
        assert (len(collected.responses), collected.problems) == (1, ())
        assert len(store.add(collected.responses).new) == 1
        again = collect_files(library, given_files([folder], ENDINGS).files, store)
        assert again.problems == ()
        assert store.add(again.responses).new == ()
        save(folder, "a.json", {**data, "answers": {"recommend": "0"}})
        (folder / "a (1).json").unlink()
        later = collect_files(library, given_files([folder], ENDINGS).files, store)
        assert later.responses == ()
        assert [each.code for each in later.problems] == ["in-otherwise"]
        assert len([*store.responses()]) == 1


def test_two_files_of_one_person_that_differ_are_for_a_person_to_choose(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    data = data_of(form, ANSWERS)
    save(folder, "a.json", data)
    save(folder, "b.json", {**data, "answers": {"recommend": "0"}})
    save(folder, "c.json", data_of(form, ANSWERS))
    collected = collect_files(library, given_files([folder], ENDINGS).files, None)
    assert len(collected.responses) == 1
    (problem,) = collected.problems
    assert "a.json" in problem.message
    assert "b.json" in problem.message


def test_an_unknown_form_is_told_and_another_wording_is_not(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    data = data_of(form, ANSWERS)
    older = {**data, "form": {**data["form"], "version": "0000000"}}
    worded = {**data_of(form, ANSWERS), "form": {**data["form"], "wording": "0000000"}}
    paths = [save(tmp_path / "in", "a.json", older), save(tmp_path / "in", "b.json", worded)]
    collected = collect_files(library, paths, None)
    assert len(collected.responses) == 1
    (problem,) = collected.problems
    assert problem.code == "unknown-form"


def test_an_empty_form_is_no_response(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    path = save(tmp_path / "in", "a.json", data_of(form, {"improve": "  "}))
    collected = collect_files(library, [path], None)
    assert collected.responses == ()
    assert [each.severity for each in collected.problems] == [Severity.WARNING]


def test_the_token_of_a_numbered_sheet_stands_before_that_of_the_form(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    path = save(tmp_path / "in", "a.json", {**data_of(form, ANSWERS), "sheet": "0123456789ABC"})
    (response,) = collect_files(library, [path], None).responses
    assert response.token == "0123456789ABC"  # noqa: S105 - no secret


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="not there"):
        given_files([tmp_path / "nowhere"], ENDINGS)


JSON = some.recursive(
    some.none() | some.booleans() | some.floats() | some.text() | some.integers(),
    lambda inside: (
        some.lists(inside, max_size=4)
        | some.dictionaries(some.text(max_size=12), inside, max_size=4)
    ),
    max_leaves=12,
)
PARTS = some.fixed_dictionaries(
    {
        "kit-answers": some.just(1) | JSON,
        "form": some.fixed_dictionaries(
            dict.fromkeys(("form", "version", "wording", "session"), some.text() | JSON)
        )
        | JSON,
        "token": some.uuids().map(str) | JSON,
        "answers": some.dictionaries(some.text(), some.text() | JSON, max_size=4) | JSON,
    }
)


@given(data=PARTS | JSON)
@settings(max_examples=300, deadline=None)
def test_whatever_is_in_a_file_is_read_or_told(data: Any) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        assert UUID(read_answer_file(json.dumps(data).encode(), "a.json").token)
    except KitError as error:
        problems = error.problems
    assert all(each.where and each.where.file == "a.json" for each in problems)
    assert all(each.hint for each in problems)


@given(content=some.binary(max_size=400))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_bytes_are_too_strange(content: bytes) -> None:
    with pytest.raises(KitError):
        read_answer_file(content, "a.json")
