from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kit.answers.response import Response, Way
from kit.answers.store import open_store
from kit.collecting.current_form import current_form
from kit.library import find_library

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


def test_versions_and_wordings_are_shown_apart_with_what_differs(kit: Call, project: Path) -> None:
    library = find_library(project)
    form = current_form(library, "small")
    first, *rest = form.fields
    reworded = replace(form, wording="bbbbbbb", fields=(replace(first, text="Otherwise?"), *rest))
    asked = replace(form, version="ccccccc", wording="ddddddd", fields=tuple(rest))
    spanish = replace(form, wording="eeeeeee", language="es", fields=reworded.fields)
    counts = {form: 4, reworded: 3, asked: 2, spanish: 1}
    with open_store(library) as store:
        store.add(
            Response(each, Way.WEB, date(2027, 3, 1), (), f"{each.wording}-{number}")
            for each, count in counts.items()
            for number in range(count)
        )
    said = kit("responses", "list")
    assert said.returncode == 0, said.stderr
    table, _, variants = said.stdout.partition("\n\n")
    assert [line.split()[-1] for line in table.splitlines()[1:]] == ["8", "2"]
    assert [line.strip() for line in variants.splitlines()] == [
        "small in small was given out in 4 variants:",
        f"version {form.version}, wording {form.wording}: 4 responses",
        f"version {form.version}, wording bbbbbbb: 3 responses",
        "the same questions: these answers add up with the first",
        f"in other words: {first.key}",
        "version ccccccc, wording ddddddd: 2 responses",
        f"not asked: {first.key}",
        f"version {form.version}, wording eeeeeee: 1 response",
        "the same questions: these answers add up with the first",
        f"in es in place of {form.language}",
    ]
