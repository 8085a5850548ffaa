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
    assert FormDescription.from_data(json.loads(json.dumps(made.to_data()))) == made
    assert made.session == "spring/one"
    assert made.field("recommend")
    assert made.field("nothing") is None


def test_other_words_change_the_wording_and_not_the_version(project: Path, edit: Edit) -> None:
    before = describe(project)
    edit("What should we change before the next session?", "What should we do better next time?")
    after = describe(project)
    assert after.version == before.version
    assert after.wording != before.wording


@pytest.mark.parametrize("data", [None, [], {}, {"fields": 3}, {"fields": [{"key": "a"}]}, "x"])
def test_what_is_no_description_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="description of a form"):
        FormDescription.from_data(data)
