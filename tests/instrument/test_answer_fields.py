from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.instrument.answer_fields import fields_of
from kit.instrument.form import form_of
from kit.library import Library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from pathlib import Path

    from kit.instrument.answer_fields import AnswerField


@pytest.fixture
def fields(project: Path) -> dict[str, AnswerField]:
    (loaded,), _ = load_workshops(Library(None, project), ["small"])
    form = form_of(tailor(loaded, Choice()), "end")
    assert form
    return {field.key: field for field in fields_of(form)}


def test_every_single_answer_has_a_key(fields: dict[str, AnswerField]) -> None:
    assert list(fields) == [
        *("can-respond", "mentoring-improved"),
        *("knows-gap.before", "knows-gap.now", "writes-request.before", "writes-request.now"),
        *("recommend", "most-useful", "most-useful.other"),
        *("one-change.what", "one-change.with-whom", "one-change.by-when", "improve"),
    ]


def test_values_are_what_the_boxes_are_worth(fields: dict[str, AnswerField]) -> None:
    assert fields["recommend"].values == tuple(str(n) for n in range(11))
    assert fields["knows-gap.now"].values == ("1", "2", "3", "4")
    agreement = fields["mentoring-improved"]
    assert agreement.values == ("1", "2", "3", "4", "5", "na")
    assert agreement.label_of("5") == "strongly agree"


def test_fields_of_words_have_no_values(fields: dict[str, AnswerField]) -> None:
    words = {key for key, field in fields.items() if field.kind == "text"}
    commitment = {"one-change.what", "one-change.with-whom", "one-change.by-when"}
    assert words == {"most-useful.other", *commitment, "improve"}
    assert fields["most-useful"].kind == "several"
    assert not any(fields[key].values for key in words)


def test_fields_tell_what_kind_of_item_asks_and_what_it_measures(
    fields: dict[str, AnswerField],
) -> None:
    assert {key: field.asked for key, field in fields.items()} == {
        **dict.fromkeys(("can-respond", "mentoring-improved"), "scale"),
        **dict.fromkeys(("knows-gap.before", "knows-gap.now"), "before-now"),
        **dict.fromkeys(("writes-request.before", "writes-request.now"), "before-now"),
        "recommend": "zero-to-ten",
        **dict.fromkeys(("most-useful", "most-useful.other"), "choice"),
        **dict.fromkeys(
            (f"one-change.{part}" for part in ("what", "with-whom", "by-when")), "commitment"
        ),
        "improve": "text",
    }
    assert (fields["knows-gap.now"].scale, fields["recommend"].scale) == ("ability", "")
    measured = {key: field.objective for key, field in fields.items() if field.objective}
    assert measured == {
        "can-respond": "respond",
        **dict.fromkeys(("knows-gap.before", "knows-gap.now"), "map"),
        **dict.fromkeys(("writes-request.before", "writes-request.now"), "ask"),
    }
    assert [key for key, field in fields.items() if field.headline] == ["mentoring-improved"]
