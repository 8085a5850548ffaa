from __future__ import annotations

import pytest

from kit.reading.json_syntax import json_problem


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ('{\n "kit": 1\n "note": "x"\n}', 3, 2, "comma is missing"),
        ('{\n "kit": 1,\n}', (2, 3), None, ""),
        ("{\n kit: 1\n}", 2, 2, "double quotes"),
        ('{\n "kit" 1\n}', 2, 8, "colon is missing"),
        ('{\n "kit":\n}', 3, 1, "expected here"),
        ('{\n "note": "x\n}', 2, None, "end of its line"),
        ('{"note": "x', 1, 10, "never closed"),
        ('{"note": "\\q"}', 1, None, "backslash"),
        ('{"kit": 1}\n{"kit": 1}', 2, 1, "more follows"),
        ("[" * 200_000, 0, 0, "too deep"),
        ("[" + "1" * 6_000 + "]", 0, 0, "too long"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    text: str, line: int | tuple[int, ...], column: int | None, words: str
) -> None:
    problem = json_problem(text, "first.json")
    assert problem
    assert problem.where
    assert problem.code == "json"
    # Newer Pythons tell a comma too many at the comma, older ones behind it.
    assert problem.where.line in (line if isinstance(line, tuple) else (line,))
    assert column is None or problem.where.column == column
    assert words in problem.message
    assert "YAML" not in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_empty_file_is_called_empty(text: str) -> None:
    problem = json_problem(text, "first.json")
    assert problem
    assert problem.code == "empty-file"


@pytest.mark.parametrize("text", ["{}", "null", '{\t"note": "a\\tb"}'])
def test_json_has_no_problem(text: str) -> None:
    assert json_problem(text, "first.json") is None
