from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kit.definitions.shared import SharedScales
from kit.definitions.workshop import Workshop
from kit.reading.nodes import Mapping, Node, Sequence
from kit.reading.path import follow, is_mapping
from kit.reading.validation import MOST_PROBLEMS, validate
from kit.reading.yaml_source import parse_source

if TYPE_CHECKING:
    from pydantic import BaseModel

    from kit.errors import Problem

SMALL = Path(__file__).parents[1] / "examples" / "project" / "workshops" / "small.yaml"
TEXT = SMALL.read_text(encoding="utf-8")


def found(text: str, model: type[BaseModel] = Workshop) -> tuple[Problem, ...]:
    made, problems = validate(parse_source(text, Path("my.yaml"), "my.yaml"), model)
    assert (made is None) == bool(problems)
    return problems


def test_a_good_file_makes_a_definition() -> None:
    workshop, problems = validate(parse_source(TEXT, SMALL, "small.yaml"), Workshop)
    assert problems == ()
    assert workshop is not None
    assert workshop.title == "Asking a mentor"
    assert list(workshop.lengths) == ["standard", "short"]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "~\n", "\n\n\n"])
def test_an_empty_file_is_told(text: str) -> None:
    (problem,) = found(text)
    assert problem.code == "empty-file"
    assert str(problem.where) == "my.yaml"


@pytest.mark.parametrize("text", ["- a\n- b\n", "a text\n", "5\n", "[]\n", "'quoted'\n"])
def test_a_file_that_has_no_keys_is_told(text: str) -> None:
    (problem,) = found(text, SharedScales)
    assert problem.code in {"keys-needed", "missing"}
    assert "`kit:`, `scales:`" in problem.hint
    assert problem.where is not None
    assert (problem.where.line, problem.where.column) == (1, 1)


def test_all_problems_are_told_at_once() -> None:
    text = TEXT
    for old, new in (
        ("minimum: 3", "minimun: 3"),
        ("bloom: create", "bloom: crate"),
        ("title: Welcome", "title: Welcome #1"),
        ("\ntake_away: |", "\nid: x\nid: y\ntake_away: |"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert sorted(problem.code for problem in found(text)) == [
        *("duplicate-key", "lost-text", "unknown-choice", "unknown-key", "unknown-key"),
    ]


def test_a_value_that_was_cut_off_is_told_once() -> None:
    problems = found("kit: 1\nscales:\n  - id: {{ x }}\n    labels: [a, b]\n", SharedScales)
    assert [problem.code for problem in problems] == ["sign-at-start"]


def test_an_unknown_key_is_shown_at_the_key_and_a_wrong_value_at_the_value() -> None:
    text = "kit: 1\nscales:\n  - id: Agree ment\n    labells: [a, b]\n"
    places = {each.code: str(each.where) for each in found(text, SharedScales)}
    assert places == {"id": "my.yaml:3:9", "unknown-key": "my.yaml:4:5"}


def test_a_missing_key_is_shown_at_the_thing_that_lacks_it() -> None:
    (problem,) = found("kit: 1\nscales:\n  - id: a\n    labels: [a, b]\n  - id: b\n", SharedScales)
    assert (problem.code, str(problem.where)) == ("missing", "my.yaml:5:5")
    assert problem.message == "The key `labels` is missing here."


def test_a_key_with_nothing_behind_it_is_shown_at_the_key() -> None:
    (problem,) = found("kit: 1\nscales:\n\n", SharedScales)
    assert (problem.code, str(problem.where)) == ("missing", "my.yaml:2:1")


def test_a_list_that_is_long_enough_is_not_called_short_for_what_is_wrong_in_it() -> None:
    text = TEXT.replace("grouping: [plenary]", "grouping: [plenery]", 1)
    assert text != TEXT
    (problem,) = found(text)
    assert (problem.code, problem.hint) == ("unknown-choice", "Did you mean `plenary`?")


def test_a_short_list_is_called_short_whatever_is_wrong_in_it() -> None:
    wrong, short = found("kit: 1\nscales:\n  - {id: a, labels: [[x]]}\n", SharedScales)
    assert (short.code, wrong.code) == ("too-few", "text-needed")
    assert short.message.endswith("there is 1.")


def test_there_is_an_end_to_the_problems_of_a_file() -> None:
    problems = found("kit: 1\nscales:\n" + "  - id: A A\n    labels: [a, b]\n" * 5000, SharedScales)
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].message == "There are 4700 more problems in this file."


def entries(
    node: Node, location: tuple[str | int, ...] = ()
) -> list[tuple[tuple[str | int, ...], int, int]]:
    """Find every key of a file that a definition names, with its place."""
    made: list[tuple[tuple[str | int, ...], int, int]] = []
    if isinstance(node, Mapping):
        chosen_by_the_author = is_mapping(follow(Workshop, location).annotation)
        for key, entry in node.entries.items():
            if not chosen_by_the_author:
                made.append(((*location, key), entry.line, entry.column))
            made += entries(entry.value, (*location, key))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            made += entries(item, (*location, number))
    return made


def one_of_each_key() -> dict[str, tuple[int, int]]:
    node = parse_source(TEXT, SMALL, "small.yaml").node
    assert node is not None
    keys = {"terms", "lengths", "length_notes", "audiences", "versions", "minutes", "share", "do"}
    return {
        str(location[-1]): (line, column)
        for location, line, column in entries(node)
        if not keys & set(location[:-1]) and location[-1] != "kind"
    }


@pytest.mark.parametrize(("key", "at"), one_of_each_key().items())
def test_every_misspelt_key_is_told_where_it_stands(key: str, at: tuple[int, int]) -> None:
    lines = TEXT.splitlines()
    line, column = at
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 + len(key) :]
    lines[line - 1] = f"{before}{key}q{after}"
    problems = found("\n".join(lines))
    (unknown,) = [problem for problem in problems if problem.code == "unknown-key"]
    assert unknown.where is not None
    assert (unknown.where.line, unknown.where.column) == at
    assert unknown.where.source == lines[line - 1]
    assert unknown.message == f"The key `{key}q` is not known here."
    if key not in {"of", "do", "up", "id", "at", "doi"}:
        assert unknown.hint == f"Did you mean `{key}`?"
