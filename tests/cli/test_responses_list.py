from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def lines(said: Any) -> list[list[str]]:
    return [line.split() for line in said.stdout.splitlines()]


def test_it_counts_by_session_and_way(kit: Call, answered: list[str]) -> None:
    assert answered
    said = kit("responses", "list")
    assert said.returncode == 0, said.stderr
    assert lines(said) == [
        ["Session", "Form", "Version", "Scan", "Web", "Together"],
        ["interns/first", "small", "abcdef1", "2", "1", "3"],
    ]
    assert "1 answer waits for somebody to look at: kit review" in said.stderr


def test_beside_those_who_were_invited_and_came(
    kit: Call, answered: list[str], interns: str
) -> None:
    assert answered
    kit("session", "record", f"{interns}/first", "--invited", "15", "--attended", "4")
    said = kit("responses", "list")
    assert said.returncode == 0, said.stderr
    assert lines(said)[0][6:] == ["Attended", "Invited", "Came", "back"]
    assert lines(said)[1][5:] == ["3", "4", "15", "75%"]


def test_a_record_that_cannot_be_read_is_told_beside_the_counts(
    kit: Call, answered: list[str], project: Path
) -> None:
    assert answered
    record = project / "records" / "sessions" / "interns" / "first.json"
    record.parent.mkdir(parents=True)
    record.write_text("{", encoding="utf-8")
    said = kit("responses", "list")
    assert said.returncode == 2
    assert "interns/first" in said.stdout
    assert said.stderr.count("[damaged-record]") == 1


def test_when_all_were_withdrawn(kit: Call, answered: list[str]) -> None:
    for each in answered:
        assert kit("responses", "withdraw", each, "--yes").returncode == 0
    said = kit("responses", "list")
    assert said.returncode == 0
    assert "no answers now" in said.stdout
