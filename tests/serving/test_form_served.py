from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.collecting.current_form import current_form
from kit.errors import KitError
from kit.library import Library, bundled_folder
from kit.serving.form_served import form_served

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_the_form_that_the_session_gives_out(project: Path, interns: str) -> None:
    library = Library(project, bundled_folder())
    for follow_up in (False, True):
        made = form_served(library, f"{interns}/first", follow_up=follow_up)
        assert made.form == current_form(library, f"{interns}/first", follow_up=follow_up)
        for field in made.form.fields:
            page = made.pages.form("token").html
            assert page.count(f'name="{field.key}"') == max(1, len(field.values))


def test_what_is_not_there_is_told(project: Path, interns: str) -> None:
    library = Library(project, bundled_folder())
    for name, code in (
        (interns, "which-session"),
        (f"{interns}/none", "unknown-session"),
        ("none", "unknown-workshop"),
    ):
        with pytest.raises(KitError) as told:
            form_served(library, name)
        assert code in {each.code for each in told.value.problems}


def test_numbered_sheets_of_the_session_can_be_typed(project: Path) -> None:
    from kit.instrument.form_map import FormMap  # noqa: PLC0415
    from kit.pipeline.records.kept_forms import forms_folder, keep_form  # noqa: PLC0415
    from kit.pipeline.records.sheet_tokens import tokens_for  # noqa: PLC0415

    library = Library(project, bundled_folder())
    plain = form_served(library, "small")
    assert not plain.sheets
    assert 'id="sheet"' not in plain.pages.form("token").html
    folder = forms_folder(library)
    assert folder
    printed = FormMap("7K2MQ4ZC", plain.form, "letter", False, 215.9, 279.4, 2, (), ())  # noqa: FBT003
    assert keep_form(folder, printed, b"%PDF") == ()
    tokens = tokens_for(library, "7K2MQ4ZC", 3)
    numbered = form_served(library, "small")
    assert all(each in numbered.sheets for each in tokens)
    assert 'id="sheet"' in numbered.pages.form("token").html
    assert 'id="sheet"' not in numbered.pages.form("token", tokens[0]).html
