"""Forms and responses as the ways back give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.instrument.description import FormDescription, described
from kit.instrument.form import form_of
from kit.library import Library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

DAY = date(2027, 8, 12)


class Respond(Protocol):
    """Makes a response: `can_respond="4"` answers the field `can-respond`."""

    def __call__(
        self, *answers: Answer, way: Way = ..., token: str | None = ..., **more: Any
    ) -> Response: ...


@pytest.fixture
def form(project: Path) -> FormDescription:
    """The form of the example workshop, as a session of a cohort gets it."""
    (loaded,), problems = load_workshops(Library(None, project), ["small"])
    assert not problems
    made = form_of(tailor(loaded, Choice()), "end")
    assert made
    return described(made, "interns/first", "en")


@pytest.fixture
def respond(form: FormDescription) -> Respond:
    numbers = count()

    def make(*answers: Answer, **more: Any) -> Response:
        given = {"form": form, "way": Way.TABLE, "day": DAY, "original": f"digest-{next(numbers)}"}
        return Response(answers=answers, **{**given, **more})

    return make


@pytest.fixture
def database(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    return folder / "answers.db"


@pytest.fixture
def store(database: Path) -> Generator[Store]:
    with Store.at(database) as opened:
        yield opened


@pytest.fixture
def reworded(form: FormDescription) -> FormDescription:
    """The same form in other words, as a translation or a replaced term makes it."""
    fields = tuple(replace(each, text=f"Otherwise: {each.text}") for each in form.fields)
    return replace(form, wording="other00", fields=fields)
