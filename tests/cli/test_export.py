from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_form_is_written_beside_where_one_stands(kit: Call, project: Path) -> None:
    said = kit("export", "redcap", "small")
    assert said.returncode == 0
    assert said.stdout.splitlines()[0] == "small-redcap.zip"
    assert "Upload instrument ZIP file" in said.stdout
    assert "Then: kit collect table EXPORT --session small" in said.stdout
    assert zipfile.is_zipfile(project / "small-redcap.zip")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("redcap-dictionary", "REPLACES all instruments of a project"),
        ("limesurvey", "answer codes of at most five characters"),
        ("redcap", "Give out the public link"),
        ("qualtrics", "IP addresses, places, names and e-mail addresses. They are dropped"),
        ("google-forms", "find back by their words"),
        ("microsoft-forms", "Not confirmed: The shape of this Word file is not documented"),
    ],
)
def test_where_the_other_system_bites_is_told(kit: Call, name: str, told: str) -> None:
    said = kit("export", name, "small")
    assert said.returncode == 0
    assert told in said.stderr


def test_where_words_are_all_there_is_the_same_ones_twice_are_told(
    kit: Call, project: Path
) -> None:
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[the map, the talk", "[the map, The map, the talk"), "utf-8")
    assert (
        "`most-useful` has answers in the same words"
        in kit("export", "google-forms", "small").stderr
    )
    assert "same words" not in kit("export", "redcap", "small").stderr


def test_the_dictionary_is_not_what_one_gets_by_naming_the_system(kit: Call) -> None:
    assert "REPLACES" not in kit("export", "redcap", "small").stderr


def test_of_a_session_for_later_under_another_name(kit: Call, project: Path, interns: str) -> None:
    words = ("--session", f"{interns}/first", "--phase", "follow-up", "--out", "later.txt")
    said = kit("export", "qualtrics", *words)
    assert said.returncode == 0
    assert said.stdout.splitlines()[0] == "later.txt"
    assert f"--session {interns}/first --follow-up" in said.stdout
    assert "Did you send the request?" in (project / "later.txt").read_text(encoding="utf-8")


def test_nothing_is_written_over_unless_asked(kit: Call, project: Path) -> None:
    target = project / "small-qualtrics.txt"
    target.write_text("mine", encoding="utf-8")
    said = kit("export", "qualtrics", "small")
    assert said.returncode == 2
    assert "`--replace`" in said.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert kit("export", "qualtrics", "small", "--replace").returncode == 0
    assert target.read_text(encoding="utf-8").startswith("[[AdvancedFormat]]")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["redkap", "small"], "Did you mean `redcap`?"),
        (["redcap", "smal"], "Did you mean `small`?"),
        (["redcap"], "--session COHORT/SESSION"),
        (["redcap", "small", "--session", "a/b"], "name one of them"),
        (["redcap", "small", "--phase", "later"], "follow-up"),
        (["redcap", "small", "--length", "shrt"], "short"),
        (["redcap", "small", "--out", "form.csv"], "ends in .zip"),
    ],
)
def test_mistakes_are_told_with_a_way_out(kit: Call, words: list[str], hint: str) -> None:
    said = kit("export", *words)
    assert said.returncode == 2
    assert hint in said.stdout + said.stderr
    assert "Traceback" not in said.stderr


def test_answers_come_back_with_the_command_that_was_told(kit: Call, project: Path) -> None:
    said = kit("export", "redcap-dictionary", "small")
    told = said.stdout.splitlines()[-1].removeprefix("Then: kit ").split()
    names = (project / "small-redcap-dictionary.csv").read_text(encoding="utf-8-sig")
    assert "\nknows_gap_now," in names.replace("\r", "")
    export = project / "export.csv"
    head = "record_id,evaluation_timestamp,knows_gap_now,improve,evaluation_complete"
    export.write_text(f"{head}\n1,2026-11-11 14:01:22,3,More,2\n", encoding="utf-8")
    words = [str(export) if each == "EXPORT" else each for each in told]
    assert kit(*words, stdin="y\n").returncode == 0
    with Store.at(project / "records" / "answers.db") as store:
        (kept,) = store.responses()
    values = {each.field: each.values for each in kept.response.answers if each.values}
    assert values == {"knows-gap.now": ("3",), "improve": ("More",)}


def test_answers_to_what_was_exported_are_not_taken_for_those_to_what_is_asked_now(
    kit: Call, project: Path
) -> None:
    told = kit("export", "redcap", "small").stdout.splitlines()[-1].removeprefix("Then: kit ")
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[the map, the talk", "[a song, the map, the talk"), "utf-8")
    head = "record_id,knows_gap_now,most_useful___1,evaluation_complete"
    (project / "export.csv").write_text(f"{head}\n1,3,1,2\n", encoding="utf-8")
    words = told.replace("EXPORT", "export.csv").split()
    said = kit(*words, "--yes")
    assert said.returncode == 2
    assert "[form-changed]" in said.stderr
    assert not (project / "records" / "answers.db").exists()
