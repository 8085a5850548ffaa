from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_table_and_its_codebook(kit: Call, answered: list[str], project: Path) -> None:
    said = kit("responses", "export", "answers.csv")
    assert said.returncode == 0, said.stderr
    assert said.stdout.split("\n") == ["answers.csv", "answers-codebook.csv", "3 responses", ""]
    assert "1 answer that nobody has looked at yet" in said.stderr
    with (project / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["response"] for row in rows] == sorted(answered)
    assert "0123456789ABC" not in (project / "answers.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json"])
def test_nothing_is_written_over_unasked(
    kit: Call, answered: list[str], project: Path, name: str
) -> None:
    assert answered
    (project / name).write_text("mine", encoding="utf-8")
    said = kit("responses", "export", name)
    assert said.returncode == 2
    assert f"{name}: error: This file is there already" in said.stderr
    assert (project / name).read_text(encoding="utf-8") == "mine"
    assert kit("responses", "export", name, "--replace").returncode == 0
    assert (project / name).read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("words", "said_in"),
    [
        (["a.doc"], "[export-kind]"),
        (["a.csv", "--way", "wbe"], "Did you mean `web`?"),
        (["a.csv", "--session", "interns/second"], "Nothing of this kind has come back."),
        (["a.csv", "--form", "large", "--way", "scan"], "[no-responses]"),
    ],
)
def test_what_cannot_be_exported_is_told(
    kit: Call, answered: list[str], words: list[str], said_in: str
) -> None:
    assert answered
    said = kit("responses", "export", *words)
    assert said.returncode == 2
    assert said_in in said.stderr


def test_only_what_is_asked_for(kit: Call, answered: list[str]) -> None:
    said = kit("responses", "export", "web.json", "--way", "web", "--session", "interns/first")
    assert said.returncode == 0, said.stderr
    assert said.stdout == "web.json\n1 response\n"
    assert answered
