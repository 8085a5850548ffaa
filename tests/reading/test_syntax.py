from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import KitError, Problem
from kit.reading.yaml_source import parse_source


def stopped_at(text: str) -> Problem:
    with pytest.raises(KitError) as error:
        parse_source(text, Path("my.yaml"), "my.yaml")
    (problem,) = error.value.problems
    return problem


CASES = [
    ("text: {{ mentor }} is here\nb: 1\n", "sign-at-start", 1, 7),
    ("text: [note] read this\n", "sign-at-start", 1, 7),
    ("text: *Important* now\n", "sign-at-start", 1, 7),
    ("text: *Important now\n", "sign-at-start", 1, 7),
    ("text: & more\n", "sign-at-start", 1, 7),
    ("text: !a!b c\n", "sign-at-start", 1, 7),
    ("text: @name\n", "sign-at-start", 1, 7),
    ("text: `code`\n", "sign-at-start", 1, 7),
    ("text: %foo\n", "sign-at-start", 1, 7),
    ("text: ? what\n", "sign-at-start", 1, 7),
    ("text: }\n", "sign-at-start", 1, 7),
    ("text: , and\n", "sign-at-start", 1, 7),
    ("- [note] read this\n- b\n", "sign-at-start", 1, 3),
    ('text: "Quoted" then more\nb: 2\n', "text-after-quote", 1, 16),
    ('- "Yes," she said\n- b\n', "text-after-quote", 1, 10),
    ("text: 'x'y\n", "text-after-quote", 1, 10),
    ("text: 'Tis the season\nb: 1\n", "unclosed-quote", 1, 7),
    ('a: 1\ntext: "open\nb: 1\n', "unclosed-quote", 2, 7),
    ("text: Note: do this\n", "colon-in-text", 1, 11),
    ("- id: x\n  text: He said: no\n", "colon-in-text", 2, 16),
    ("text: The {{ mentor }}: a friend\n", "colon-in-text", 1, 23),
    ("text: > quoted\n", "text-after-bar", 1, 7),
    ("text: | foo\n  bar\n", "text-after-bar", 1, 7),
    ("text: - foo\n", "list-on-key", 1, 7),
    ("text: foo\n  bar #3 baz\n  more\n", "lost-text", 2, 7),
    ("a: [a, b #3, c]\nb: 1\n", "lost-text", 1, 10),
    ("a:\n\t- b\n", "tab", 2, 1),
    ("a:\n  b: 1\n \tc: 2\n", "tab", 3, 2),
    ("titel Foo\nb: 1\n", "no-colon", 1, 1),
    ("a: 1\ntitel\n", "no-colon", 2, 1),
    ("a:b\nc: d\n", "no-space", 1, 2),
    ("-foo\nb: 1\n", "no-space", 1, 1),
    ("a: 1\n  b: 2\n", "indentation", 2, 3),
    ("a:\n  b: 1\n c: 2\n", "indentation", 3, 2),
    ("a:\n  - b\n - c\n", "indentation", 3, 2),
    ("a: b\n- c\n", "indentation", 2, 1),
    ("a: |\n  x\n y: 2\n", "indentation", 3, 2),
    ("a: [b, c\nd: 1\n", "brackets", 1, 4),
    ("a: {b: 1, c: 2\nd: 1\n", "brackets", 1, 4),
    ("b: 1\na: [\n", "brackets", 2, 4),
    ("a: {", "brackets", 1, 4),
    ("a: [my {{ y }}, b]\n", "brackets", 1, 8),
    ("a: {b: c: d}\n", "brackets", 1, 9),
    ('a: "bad \\q escape"\n', "backslash", 1, 9),
    ("%YAML 3.0\n---\na: b\n", "yaml", 1, 1),
    ("a: b\n...\nc: d\n", "yaml", 3, 1),
    (": foo\n", "no-key", 1, 1),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), CASES)
def test_what_cannot_be_read_is_told_where_it_was_written(
    text: str, code: str, line: int, column: int
) -> None:
    problem = stopped_at(text)
    assert problem.where is not None
    assert (problem.code, problem.where.line, problem.where.column) == (code, line, column)


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_the_parsers_own_words_are_never_shown(text: str) -> None:
    shown = str(stopped_at(text))
    for jargon in (
        "scanning",
        "parsing",
        "token",
        "scalar",
        "mapping",
        "block",
        "node",
        "expected",
    ):
        assert jargon not in shown.replace("A key was expected", "").replace(
            "where a key was expected", ""
        )


@pytest.mark.parametrize("text", [case[0] for case in CASES if case[1] != "no-space"])
def test_there_is_always_a_way_out(text: str) -> None:
    assert stopped_at(text).hint


def test_a_text_that_begins_with_a_sign_is_sent_below_a_bar() -> None:
    assert "`|`" in stopped_at("text: *Important* now\n").hint


def test_the_line_is_shown_with_a_caret() -> None:
    assert str(stopped_at("text: Note: do this\n")).splitlines()[1:3] == [
        "    text: Note: do this",
        "              ^",
    ]


@pytest.mark.parametrize("text", ["a: 'x", 'a: "x', "a: [", "a: {", "a: &", "a: !<"])
def test_a_file_that_breaks_off_has_a_place(text: str) -> None:
    problem = stopped_at(text)
    assert problem.where is not None
    assert problem.where.line == 1
