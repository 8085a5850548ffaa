"""The questions of `kit cohort new`: a slip does not end them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_list_of_names_is_asked_for_until_there_is_one(
    kit: Call, project: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.csv"
    names.write_text("Name\nAna Diaz\nBo Li\n", encoding="utf-8")
    (tmp_path / "numbers.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    tries = ("nams.csv", f"{tmp_path}/numbers.csv", "people.xlsx", str(tmp_path), str(names))
    said = kit("cohort", "new", stdin="\n".join(("Residents 2027", "small", *tries, "", "")))
    assert said.returncode == 0, said.stderr
    assert said.stdout.count("A list of their names, as CSV?") == len(tries)
    for reason in (
        "nams.csv: This file does not exist.",
        "No column of this roster",
        "spreadsheet",
    ):
        assert reason in said.stdout
    text = (project / "workshops/cohorts/residents-2027.yaml").read_text(encoding="utf-8")
    assert 'roster: "rosters/names.csv"' in text


def test_it_may_be_left_empty_after_a_slip(kit: Call, project: Path) -> None:
    said = kit("cohort", "new", stdin="Residents 2027\nsmall\nnams.csv\n\n\n")
    assert said.returncode == 0, said.stderr
    text = (project / "workshops/cohorts/residents-2027.yaml").read_text(encoding="utf-8")
    assert "\n# roster:" in text


def test_a_title_is_asked_for_until_it_will_do(kit: Call) -> None:
    assert kit("cohort", "new", "--title", "Interns", "--workshop", "small").returncode == 0
    said = kit("cohort", "new", stdin="\nAll {{ x }}\nInterns\nResidents\nsmall\n\n\n")
    assert said.returncode == 0, said.stderr
    assert said.stdout.count("Who are they?") == 4
    for reason in ("There is no text here", "Terms are not filled in", "is there already"):
        assert reason in said.stdout


def test_a_files_name_is_asked_for_until_it_will_do(kit: Call, project: Path) -> None:
    said = kit("cohort", "new", stdin="研修医\nsmall\nUs & them\ninterns\n\n\n")
    assert said.returncode == 0, said.stderr
    assert said.stdout.count("What shall the file be called?") == 2
    assert (project / "workshops/cohorts/interns.yaml").is_file()


@pytest.mark.parametrize("answers", ["\n", "Interns\nsmal\n"])
def test_nobody_to_ask_again(kit: Call, project: Path, answers: str) -> None:
    said = kit("cohort", "new", stdin=answers)
    assert said.returncode == 2
    assert "[no-answer]" in said.stderr
    assert not (project / "workshops/cohorts").exists()


def test_with_flags_it_is_a_mistake(kit: Call, project: Path) -> None:
    words = ("--title", "Interns", "--workshop", "small", "--roster", "nams.csv")
    said = kit("cohort", "new", *words, stdin="")
    assert said.returncode == 2
    assert "nams.csv: error: This file does not exist." in said.stderr
    assert not (project / "workshops/cohorts").exists()
