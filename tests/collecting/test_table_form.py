from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.collecting.current_form import current_form
from kit.collecting.table_form import Asked, form_for
from kit.errors import KitError, Place
from kit.exchange.system import Recognised
from kit.instrument.form_map import FormMap
from kit.library import Library, find_library
from kit.pipeline.records.kept_forms import forms_folder, keep_form

if TYPE_CHECKING:
    from pathlib import Path

TABLE = Recognised("REDCap", (), 1)
WHERE = Place("export.csv")


@pytest.fixture
def library(project: Path) -> Library:
    return find_library(project)


def take_an_answer_out(library: Library) -> None:
    assert library.project
    path = library.project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    assert "[the map, the talk" in text
    path.write_text(text.replace("[the map, the talk", "[the talk"), encoding="utf-8")


def test_a_form_that_is_what_was_given_out_is_given(library: Library) -> None:
    now = current_form(library, "small")
    assert form_for(library, Asked("small", version=now.version), TABLE, WHERE) == now


def test_a_form_that_has_changed_since_is_refused(library: Library) -> None:
    before = current_form(library, "small")
    take_an_answer_out(library)
    now = current_form(library, "small")
    with pytest.raises(KitError) as refused:
        form_for(library, Asked("small", version=before.version), TABLE, WHERE)
    (problem,) = refused.value.problems
    assert problem.code == "form-changed"
    assert before.version in problem.message
    assert now.version in problem.message
    assert form_for(library, Asked("small"), TABLE, WHERE) == now


def test_where_it_was_printed_too_it_is_known_as_it_was(library: Library) -> None:
    before = current_form(library, "small")
    printed = FormMap("0123456789abcdef", before, "letter", False, 0, 0, 1, (), ())  # noqa: FBT003
    folder = forms_folder(library)
    assert folder
    keep_form(folder, printed, b"%PDF")
    take_an_answer_out(library)
    assert form_for(library, Asked("small", version=before.version), TABLE, WHERE) == before
    with pytest.raises(KitError):
        form_for(library, Asked("small", version="another"), TABLE, WHERE)
