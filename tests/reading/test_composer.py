from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from kit.errors import KitError, Problem
from kit.reading.yaml_source import parse_source


def problems_in(text: str) -> tuple[Problem, ...]:
    try:
        return parse_source(text, Path("my.yaml"), "my.yaml").problems
    except KitError as error:
        return error.problems


def told(text: str) -> list[tuple[str, int, int]]:
    return [
        (each.code, each.where.line, each.where.column)
        for each in problems_in(text)
        if each.where is not None
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: Poster #3 and pens\n", "lost-text", 1, 15),
        ("title: Poster # three\n", "lost-text", 1, 15),
        ("- Poster #3\n", "lost-text", 1, 10),
        ("title: #1 priority\n", "lost-text", 1, 8),
        ("- #1 priority\n", "lost-text", 1, 3),
        ("why: one\n  two #3\n", "lost-text", 2, 7),
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        ("a: {b: 1, b: 2}\n", "duplicate-key", 1, 11),
        ("text: {{ mentor }}\n", "sign-at-start", 1, 7),
        ("- {{ mentor }}\n", "sign-at-start", 1, 3),
        ("[[x], y]: z\n", "sign-at-start", 1, 1),
        ("a: &name x\n", "sign-at-start", 1, 4),
        ("a: *name\n", "sign-at-start", 1, 4),
        ("a: !important x\n", "sign-at-start", 1, 4),
        ("a: !!python/object/apply:os.system [id]\n", "sign-at-start", 1, 4),
        ("a: !!int 5\n", "sign-at-start", 1, 4),
        ("a: x\n---\nb: y\n", "two-documents", 2, 1),
        ("steps: First\n  - second\n", "list-in-text", 2, 3),
        ("\u00a0title: x\n", "invisible-character", 1, 1),
        ("tit\u200ble: x\n", "invisible-character", 1, 1),
        ('a: "x\\x00y"\n', "invisible-character", 1, 4),
        ('a: "x\\ue000y"\n', "invisible-character", 1, 4),
        ("'': x\n", "no-key", 1, 1),
    ],
)
def test_traps_are_told_at_their_place(text: str, code: str, line: int, column: int) -> None:
    assert (code, line, column) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "minutes: 5 # with the break\n",
        "safe: true # for now\n",
        "safe_contact: # whom to turn to\n",
        "steps: # the steps\n  - one\n",
        "lengths: {standard: 60} # minutes\n",
        'title: "Poster" # quoted\n',
        "title: | # a comment\n  Poster #3 and pens\n",
        "title: C#minor\n",
        "# a comment\ntitle: x\n\n# another\n",
        "a: '*x'\nb: '{{ y }}'\nc: |\n  [z] and {{ y }}: w\n",
        "a: one\n  two\n  three - four\n",
        "---\na: b\n",
        "a: <b>\n",
        "a: the {{ mentor }} says\n",
    ],
)
def test_what_is_meant_well_is_left_alone(text: str) -> None:
    assert problems_in(text) == ()


def test_several_traps_are_told_together() -> None:
    text = "a: x #1\nb: y #2\na: z\nc: &q 1\n"
    assert told(text) == [
        ("lost-text", 1, 6),
        ("lost-text", 2, 6),
        ("duplicate-key", 3, 1),
        ("sign-at-start", 4, 4),
    ]


def test_a_second_key_says_where_the_first_is() -> None:
    (problem,) = problems_in("a: 1\nb: 2\na: 3\n")
    assert "the first is in line 1" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "{" * 200_000,
        "{a: " * 100_000,
        "- " * 200_000,
        "? " * 200_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(1400)),
        "a: [" + "[" * 100 + "]" * 100 + "]\n",
    ],
    ids=["brackets", "braces", "flow-keys", "hyphens", "question-marks", "keys", "closed"],
)
def test_nesting_has_an_end(text: str) -> None:
    started = time.monotonic()
    assert [problem.code for problem in problems_in(text)][-1] == "too-deep"
    assert time.monotonic() - started < 5


def test_the_number_of_parts_has_an_end() -> None:
    started = time.monotonic()
    assert [problem.code for problem in problems_in("[" + "a," * 900_000 + "]")] == [
        "too-many-parts"
    ]
    assert time.monotonic() - started < 10


def test_an_alias_bomb_does_not_grow() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    names = "abcdefghi"
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    problems = problems_in("\n".join(lines))
    assert {problem.code for problem in problems} == {"sign-at-start"}
    assert len(problems) <= 200


def test_the_number_of_problems_has_an_end() -> None:
    assert len(problems_in("a: 1\n" * 5000)) == 200
