from __future__ import annotations

import pytest

from kit.collecting.came_in import came_in
from kit.instrument.answer_fields import AnswerField

ONE = AnswerField("rated", "rated", "one", "How?", ("1", "2"), ("bad", "good"))
SEVERAL = AnswerField("some", "some", "several", "Which?", ("1", "other"), ("one", "other"))
OTHER = AnswerField("some.other", "some", "text", "Which other?")
WORDS = AnswerField("said", "said", "text", "Say more.")
PDF = {
    "fields": {
        "rated": {"shown": ["1"], "named": "2"},
        "some.1": {"shown": ["1"], "named": None},
        "some_other": {"shown": [], "named": "lunch"},
        "said": {"shown": [], "named": "More"},
        "said_2": {"shown": [], "named": "time"},
    }
}
TABLE = {
    "cells": [
        {"column": "C", "field": "rated", "cell": "quite good"},
        {"column": "D", "field": "some", "cell": "x"},
        {"column": "E", "field": "some", "cell": "y"},
    ]
}


@pytest.mark.parametrize(
    ("received", "field", "said"),
    [
        ({"answers": {"rated": ["2"], "said": [" Mehr  Zeit "]}}, ONE, "2"),
        ({"answers": {"rated": ["2"], "said": [" Mehr  Zeit "]}}, WORDS, " Mehr  Zeit "),
        (PDF, ONE, "1; 2"),
        (PDF, SEVERAL, "1"),
        (PDF, OTHER, "lunch"),
        (PDF, WORDS, "More; time"),
        (TABLE, ONE, "C: quite good"),
        (TABLE, SEVERAL, "D: x; E: y"),
        (TABLE, WORDS, ""),
        ({}, ONE, ""),
        ({"pages": [{"page": 1, "picture": "a.jpg"}]}, ONE, ""),
        ({"answers": {"said": ["half \ud800 a letter"]}}, WORDS, "half ? a letter"),
        ({"fields": {"rated": "nothing"}, "cells": 7}, ONE, ""),
    ],
)
def test_what_came_in_is_said_for_each_field(
    received: dict[str, object], field: AnswerField, said: str
) -> None:
    assert came_in(field, received) == said
