from __future__ import annotations

import re
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel, ValidationError

from kit.definitions.shared import (
    SharedCodes,
    SharedItems,
    SharedReferences,
    SharedScales,
    SharedScenarios,
)
from kit.definitions.workshop import Workshop
from kit.reading.found import Found
from kit.reading.path import follow
from kit.reading.validation import validate
from kit.reading.wording import WORDINGS, word
from kit.reading.yaml_source import Source, parse_source, read_source

if TYPE_CHECKING:
    from kit.errors import Problem

WORKSHOPS = Path(__file__).parents[1] / "examples" / "project" / "workshops"
FILES: dict[str, type[BaseModel]] = {
    "small.yaml": Workshop,
    "shared/items.yaml": SharedItems,
    "shared/scales.yaml": SharedScales,
    "shared/references.yaml": SharedReferences,
    "shared/scenarios.yaml": SharedScenarios,
    "shared/codes.yaml": SharedCodes,
}
DELETED = object()
WRONG: list[Any] = [
    *(None, True, 5, -1, 99_999, 10**17, "", " ", "x\ny", "A b", "z" * 30_000, "prompt"),
    *([], ["x"], [["x"]], [{"a": 1}], ["a"] * 50, {}, {"a": 1}, {"A b": "x"}, {"": None}),
    DELETED,
]
# Words of the library and of programmers, none of which means anything to an educator.
JARGON = re.compile(
    r"Input|should be|valid|dictionar|tuple|\bstring|integer|boolean|discriminator|\btags?\b|"
    r"instance|Extra|Field|NoneType|\bstr\b|\bdict\b|\bint\b|pydantic|\[key\]|regex|pattern|\^|"
    r"extract|parse|unicode|literal|\bnull\b|\benum|\bobjects?\b|\bmodel\b|array|actual_length",
)


SHOWN = {
    *("missing", "no-text", "text-needed", "number-needed", "number-range", "too-few"),
    *("keys-needed", "true-or-false", "unknown-choice", "too-short"),
}
"""Codes whose hint says what to write."""
WAY_OUT = re.compile(r"[Ww]rite|Choose|Needed|quotes|mean|There is")


def shapes(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    """Find the paths of a file, one for each that the definitions can tell apart."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    if isinstance(data, dict):
        kind = str(data.get("kind", ""))
        for key, value in data.items():
            found.append(((*path, key), f"{kind}.{key}"))
            found += [
                (deeper, f"{kind}.{key}{rest}") for deeper, rest in shapes(value, (*path, key))
            ]
    elif isinstance(data, list):
        for number, value in enumerate(data):
            found.append(((*path, number), "[]"))
            found += [(deeper, f"[]{rest}") for deeper, rest in shapes(value, (*path, number))]
    return found


def changed(data: Any, path: tuple[str | int, ...], value: object) -> Any:
    """Change a value; only what holds it is copied, since the definitions change nothing."""
    step, *rest = path
    copied = copy(data)
    if rest:
        copied[step] = changed(data[step], tuple(rest), value)
    elif value is DELETED:
        del copied[step]
    else:
        copied[step] = value
    return copied


def with_data(source: Source, data: Any) -> Source:
    other = Source(source.path, source.shown, source.text, source.node)
    other.__dict__["data"] = data
    return other


@pytest.mark.parametrize("name", FILES)
def test_every_mistake_is_told_in_an_educators_words(name: str) -> None:
    source, model = read_source(WORKSHOPS / name, name), FILES[name]
    seen: set[str] = set()
    one_of_each = {shape: path for path, shape in reversed(shapes(source.data))}
    for path in one_of_each.values():
        for value in WRONG:
            data = changed(source.data, path, value)
            try:
                model.model_validate(data)
            except ValidationError as error:
                seen |= {each["type"] for each in error.errors(include_url=False)}
            else:
                continue
            _, problems = validate(with_data(source, data), model)
            assert problems, (path, value)
            for problem in problems:
                assert_readable(problem)
    assert seen <= WORDINGS.keys()


def assert_readable(problem: Problem) -> None:
    # What stands between backticks is the author's own, or a name of the format.
    words = re.sub(r"`[^`]*`", "", f"{problem.message} {problem.hint}")
    assert not JARGON.search(words), problem
    assert problem.code != "wrong-value", problem
    assert problem.message.endswith("."), problem
    assert problem.where is not None
    assert problem.where.line > 0
    # What belongs there is half of a hint; the other half is what to write.
    if problem.code in SHOWN:
        assert WAY_OUT.search(problem.hint), problem


def test_an_error_that_nobody_thought_of_still_says_nothing_wrong() -> None:
    wording = word("new_in_some_later_version", Found(follow(Workshop, ("title",)), "title", 1, {}))
    assert wording.code == "wrong-value"
    assert not JARGON.search(wording.message)


MESSAGES = [
    ("minimum: 3", "minimun: 3", "unknown-key", "`minimun` is not known", "mean `minimum`?"),
    ("title: Asking a mentor\n", "titel: Asking\n", "unknown-key", "`titel`", "mean `title`?"),
    ("minimum: 3", "minimum: '3'", "number-needed", "for `minimum`", "Write the number alone: 3."),
    ("minimum: 3", "minimum: 3 min", "number-needed", "whole number", "alone: 3."),
    ("minimum: 3", "minimum: 03", "number-needed", "whole number", "alone: 3."),
    ("minimum: 3", "minimum: 1_0", "number-needed", "whole number", "alone: 10."),
    ("minimum: 3", "minimum: 1:30", "number-needed", "whole number", "Write `minimum: 10`"),
    ("minimum: 3", "minimum: 3.5", "number-needed", "whole number", "The least that"),
    ("minimum: 3", "minimum: true", "number-needed", "whole number", "The least that"),
    ("minimum: 3", "minimum: 0", "number-range", "at least 1", "number from 1 to 600"),
    ("minimum: 3", "minimum: 1000", "number-range", "at most 600", "The least that"),
    ("protected: true", "protected: yes", "true-or-false", "`true` or `false`", "Write `true`."),
    ("protected: true", "protected: No", "true-or-false", "`true` or `false`", "Write `false`."),
    ("priority: useful", "priority: usefull", "unknown-choice", "`usefull`", "mean `useful`?"),
    ("priority: useful", "priority: 7", "unknown-choice", "One of a few words", "`essential`"),
    ("bloom: apply", "bloom: analyse", "unknown-choice", "`analyse`", "mean `analyze`?"),
    ("kind: box", "kind: boxx", "unknown-choice", "The kind `boxx`", "mean `box`?"),
    ("kind: box", "knd: box", "missing", "`kind` is missing", "mean it by `knd`?"),
    ("id: welcome", "id: Wel come!", "id", "`Wel come!` cannot be an id", "Write `wel-come`."),
    ("short: 25}", "Short One: 25}", "id", "cannot be a key", "Write `short-one`."),
    ("safe_contact: the", "safe-contact: the", "id", "cannot be a key", "Write `safe_contact`."),
    (
        "objectives: [map]\n  l",
        "objectives: map\n  l",
        "list-needed",
        "not a single value",
        "hyphen",
    ),
    ("room:\n", "room: here\nroof:\n", "keys-needed", "not a single value", "Needed: `text:`."),
    ("title: Welcome", "title:", "no-text", "no text here for `title`", "`title: A few words`"),
    ("title: Welcome", "title: true", "text-needed", "not `true`", 'in quotes: "true"'),
    ("title: Welcome", "title: {a: b}", "text-needed", "not keys with values", "write `|`"),
    ("title: Welcome", "title: [a]", "text-needed", "not a list", "single text"),
    ("title: Welcome", "title: |\n      a\n      b", "one-line", "one line for `title`", "Join"),
    ("at_table: 4}", "at_table: 1}", "number-range", "at least 2", "number from 2 to"),
    ("fields: [keep, cherish, drop, talk about]", "fields: [keep]", "missing", "number 2", ""),
    (
        "fields: [keep, cherish, drop",
        "fields: [x, keep, cherish, drop",
        "too-many",
        "At most 4",
        "",
    ),
    ("kit: 1\n", "kit: 2\n", "format-version", "not known here", "Write `kit: 1`"),
    ("language: en-US", "language: English", "language", "`en` or `en-US`", ""),
    ("reading: [chopra2018, s", "reading: [Chopra 2018, s", "id", "work's id", ""),
    ("grouping: [solo]\n", "grouping: []\n", "too-few", "At least 1", "`grouping: [plenary]`"),
]


@pytest.mark.parametrize(("old", "new", "code", "message", "hint"), MESSAGES)
def test_what_is_said(old: str, new: str, code: str, message: str, hint: str) -> None:
    text = (WORKSHOPS / "small.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    source = parse_source(text.replace(old, new), Path("small.yaml"), "small.yaml")
    _, problems = validate(source, Workshop)
    matching = [problem for problem in problems if problem.code == code]
    assert any(message in each.message and hint in each.hint for each in matching), problems


def test_a_key_that_is_misspelt_is_not_told_as_missing_too() -> None:
    text = (WORKSHOPS / "small.yaml").read_text(encoding="utf-8")
    text = text.replace("title: Asking a mentor\n", "titel: Asking a mentor\n")
    _, problems = validate(parse_source(text, Path("small.yaml"), "small.yaml"), Workshop)
    assert [problem.code for problem in problems] == ["unknown-key"]
