from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_template_is_written_beside_where_one_stands(kit: Call, project: Path) -> None:
    said = kit("collect", "template", "small")
    assert said.returncode == 0
    assert said.stdout.splitlines()[0] == "small-answers.csv"
    assert "kit collect table small-answers.csv" in said.stdout
    assert (project / "small-answers.csv").is_file()


def test_of_a_session_and_for_later(kit: Call, project: Path, interns: str) -> None:
    said = kit("collect", "template", f"{interns}/first", "--follow-up")
    assert said.returncode == 0
    head = (project / "interns-first-later-answers.csv").read_text(encoding="utf-8-sig")
    assert head.startswith("Workshop Kit form: small-follow-up ")
    assert "relationship-changed" in head


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["smal"], "Did you mean `small`?"),
        (["small", "-o", "answers.pdf"], "ends in .csv or .xlsx"),
        (["small", "--length", "shrt"], "short"),
        ([], "SESSION"),
    ],
)
def test_mistakes_are_told_with_a_way_out(kit: Call, words: list[str], hint: str) -> None:
    said = kit("collect", "template", *words)
    assert said.returncode == 2
    assert hint in said.stderr
    assert "Traceback" not in said.stderr
