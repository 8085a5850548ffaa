from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kit.instrument.description import FormDescription, described
from kit.instrument.form import form_of
from kit.library import Library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Edit


def describe(project: Path) -> FormDescription:
    (loaded,), problems = load_workshops(Library(None, project), ["small"])
    assert not problems
    form = form_of(tailor(loaded, Choice()), "end")
    assert form
    return described(form, "spring/one", "en-US")


def test_it_survives_json(project: Path) -> None:
    made = describe(project)
    again = FormDescription.from_data(json.loads(json.dumps(made.to_data())))
    assert again == made
    assert again.to_data() == made.to_data()
    assert made.session == "spring/one"
    assert made.field("recommend")
    assert made.field("nothing") is None


def test_other_words_change_the_wording_and_not_the_version(project: Path, edit: Edit) -> None:
    before = describe(project)
    edit("What should we change before the next session?", "What should we do better next time?")
    after = describe(project)
    assert after.version == before.version
    assert after.wording != before.wording


def test_it_says_what_a_report_goes_by(project: Path) -> None:
    made = describe(project)
    assert made.workshop == "small"
    assert [name for name, _ in made.objectives] == ["map", "ask", "respond"]
    opening = made.field("mentoring-improved")
    assert opening
    assert (opening.asked, opening.scale, opening.headline) == ("scale", "agreement", True)
    completing = made.field("can-respond")
    assert completing
    assert (opening.stem, completing.stem) == ("", "As a result of this session, I can …")


def as_an_earlier_kit_wrote_it(made: FormDescription) -> dict[str, object]:
    new = {"workshop", "objectives", "asked", "scale", "objective", "headline", "stem"}
    data = {name: each for name, each in made.to_data().items() if name not in new}
    fields = [
        {name: each for name, each in field.items() if name not in new} for field in data["fields"]
    ]
    return {**data, "fields": fields}


def test_one_that_an_earlier_kit_wrote_is_the_same_form(project: Path) -> None:
    made = describe(project)
    earlier = FormDescription.from_data(as_an_earlier_kit_wrote_it(made))
    assert earlier == made
    assert hash(earlier) == hash(made)
    assert earlier.identity() == made.identity() == as_an_earlier_kit_wrote_it(made)
    assert earlier.for_report != made.for_report


@pytest.mark.parametrize("data", [None, [], {}, {"fields": 3}, {"fields": [{"key": "a"}]}, "x"])
def test_what_is_no_description_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="description of a form"):
        FormDescription.from_data(data)
