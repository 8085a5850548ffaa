from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kit.instrument.form_map import FormMap
from kit.library import Library, bundled_folder
from kit.pipeline.records.kept_forms import forms_folder, keep_form
from kit.pipeline.records.sheet_tokens import tokens_for
from kit.serving.known_sheets import KnownSheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.instrument.description import FormDescription
    from kit.serving.form_served import FormServed

CODE = "7K2MQ4ZC"


def printed(library: Library, form: FormDescription, code: str = CODE) -> None:
    folder = forms_folder(library)
    assert folder
    form_map = FormMap(code, form, "letter", False, 215.9, 279.4, 2, (), ())  # noqa: FBT003
    assert keep_form(folder, form_map, b"%PDF") == ()


def test_sheets_that_are_printed_while_it_runs_are_taken(
    project: Path, made: FormServed, serving: Callable[..., Any]
) -> None:
    library = Library(project, bundled_folder())
    app = serving(sheets=KnownSheets(library, made.form))
    assert 'id="sheet"' not in app.client.get("/").text
    printed(library, made.form)
    first, second = tokens_for(library, CODE, 2)
    assert app.client.get(f"/t/{first}").status_code == 200
    assert 'id="sheet"' in app.client.get("/").text
    assert app.send({**app.submission(1), "sheet": second}).status_code == 201
    third = tokens_for(library, CODE, 3)[2]
    assert app.send({**app.submission(2), "sheet": third}).status_code == 201
    unknown = app.send({**app.submission(3), "sheet": "0000000000000"})
    assert unknown.json() == {"problem": "unknown-code"}


def test_sheets_of_another_form_are_not_taken(project: Path, made: FormServed) -> None:
    library = Library(project, bundled_folder())
    sheets = KnownSheets(library, made.form)
    printed(library, replace(made.form, session="another/session"))
    (token,) = tokens_for(library, CODE, 1)
    assert token not in sheets
    assert not sheets


def test_a_file_that_is_damaged_meanwhile_leaves_the_sheets_that_are_known(
    project: Path, made: FormServed
) -> None:
    library = Library(project, bundled_folder())
    printed(library, made.form)
    (token,) = tokens_for(library, CODE, 1)
    sheets = KnownSheets(library, made.form)
    path = project / "records" / "forms" / f"{CODE}.tokens"
    path.write_text("{", encoding="utf-8")
    assert "0000000000000" not in sheets
    assert token in sheets
    path.unlink()
    (drawn,) = tokens_for(library, CODE, 1)
    assert drawn in sheets
