from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_numbered_forms_of_a_session(kit: Call, project: Path, interns: str) -> None:
    said = kit("collect", "sheets", f"{interns}/first", "--number", "3")
    assert said.returncode == 0
    path = f"build/{interns}/first/participants/evaluation-form.numbered.pdf"
    assert said.stdout.startswith(f"{path}: 3 forms, ")
    assert (project / path).is_file()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["smal", "-n", "2"], "Did you mean `small`?"),
        (["small"], "--number"),
        (["small", "-n", "0"], "`0` is too small: at least 1"),
        (["small", "-n", "2", "--paper", "a5"], "a4"),
    ],
)
def test_mistakes_are_told_with_a_way_out(kit: Call, words: list[str], hint: str) -> None:
    said = kit("collect", "sheets", *words)
    assert said.returncode == 2
    assert hint in said.stderr
    assert "Traceback" not in said.stderr
