from __future__ import annotations

import json

import pytest

from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription
from kit.instrument.form_map import Box, FormMap, WritingArea

FIELDS = (
    AnswerField("pace", "pace", "one", "Was the pace right?", ("1", "2"), ("no", "sí")),
    AnswerField("open", "open", "text", "What else?"),
)
MAP = FormMap(
    form_hash="7K2MQ4ZC",
    description=FormDescription("f", "1", "2", "c/s", "T", "end", "en-US", FIELDS),
    paper="letter",
    large=False,
    width=215.9,
    height=279.4,
    pages=1,
    boxes=(Box("pace", "1", 1, 20.5, 30.0, 4.6, 4.6), Box("pace", "2", 1, 30.5, 30.0, 4.6, 4.6)),
    areas=(WritingArea("open", 1, 15.0, 60.0, 180.0, 30.0),),
)


def test_it_survives_its_file() -> None:
    assert FormMap.from_json(MAP.to_json()) == MAP


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", "{}", '{"format": 2}', '{"format": 1}'),
        json.dumps({**json.loads(MAP.to_json()), "boxes": [{"field": "pace"}]}),
        json.dumps({**json.loads(MAP.to_json()), "width": None}),
    ],
)
def test_what_is_no_map_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  each says something of its own
        FormMap.from_json(text)
