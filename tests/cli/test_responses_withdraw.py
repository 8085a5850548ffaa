from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.mark.parametrize("by", ["id", "WK-7K2MQ4ZC-1-0123456789ABC", "0123456789abc"])
def test_it_says_which_asks_and_leaves_no_trace(
    kit: Call, answered: list[str], project: Path, by: str
) -> None:
    said = kit("responses", "withdraw", answered[0] if by == "id" else by, stdin="y\n")
    assert said.returncode == 0, said.stderr
    asked = said.stdout.partition("[y/N]")[0]
    assert f"{answered[0]}: interns/first, form small, by scan on 2027-08-12, 2 answers" in asked
    assert "=2+3" not in said.stdout
    assert "Backups and exports from before still have it" in said.stderr
    for path in (project / "records").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"more time" not in content
            assert b"0123456789ABC" not in content
            assert answered[0].encode() not in content
    assert kit("responses", "list").stdout.splitlines()[1].split()[-1] == "2"


@pytest.mark.parametrize(("stdin", "code"), [("n\n", 0), ("\n", 0), ("", 2)])
def test_without_a_yes_nothing_is_withdrawn(
    kit: Call, answered: list[str], stdin: str, code: int
) -> None:
    assert kit("responses", "withdraw", answered[0], stdin=stdin).returncode == code
    assert kit("responses", "list").stdout.splitlines()[1].split()[-1] == "3"


def test_one_that_there_is_not(kit: Call, answered: list[str]) -> None:
    assert kit("responses", "withdraw", answered[0], "--yes").returncode == 0
    said = kit("responses", "withdraw", answered[0], "--yes")
    assert said.returncode == 2
    assert "[unknown-response]" in said.stderr
