"""What to write where something is missing or wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.definitions.cohort import Cohort
from kit.reading.validation import validate
from kit.reading.yaml_source import parse_source

GOOD = "kit: 1\ntitle: A\nsessions: [{id: a, workshop: small}]\n"


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        (
            "kit: 1\ntitle: A\nsessions: []\n",
            "too-few",
            "Write `sessions:` and below it, indented: `- {id: first, workshop: managing-up}`.",
        ),
        ("kit: 1\ntitle: A\n", "missing", "`- {id: first, workshop: managing-up}`"),
        (
            "kit: 1\nsessions: [{id: a, workshop: small}]\n",
            "missing",
            "Write `title: A few words`.",
        ),
        (GOOD + "tables: 5\n", "keys-needed", "Write `tables: {size: 5}`, or leave the key out."),
        (GOOD + "tables: {size: 9}\n", "number-range", "Write a whole number from 3 to 6."),
        (GOOD + "tables: {triads: perhaps}\n", "true-or-false", "`triads: true`"),
        (GOOD + "roster: ''\n", "no-text", "Write `roster: rosters/x.csv`, or leave the key out."),
        (GOOD + "participants: many\n", "number-needed", "Write `participants: 10`"),
        (
            GOOD + "program: {begins: 2027-02-01}\n",
            "missing",
            "Write `ends: 2027-11-30`.",
        ),
        (GOOD + "start:\n", "no-text", "Write `start: 12:00`"),
        (GOOD + "instructors: ['']\n", "no-text", "Write `- A few words`"),
        (
            GOOD + "workshops: {small: {scenarios: {count: 90}}}\n",
            "number-range",
            "Write a whole number from 1 to 30.",
        ),
        (
            GOOD + "workshops: {small: {add: [{worksheet: {id: x, title: Y}}]}}\n",
            "missing",
            "Write `blocks:` and below it, indented: `- {id: a-short-name, kind: action-plan}`.",
        ),
    ],
)
def test_a_hint_shows_what_to_write(text: str, code: str, hint: str) -> None:
    source = parse_source(text, Path("group.yaml"), "group.yaml")
    _, problems = validate(source, Cohort)
    assert any(each.code == code and hint in each.hint for each in problems), [
        str(each) for each in problems
    ]
