"""Prints the test page, and keeps what is needed to read scans of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.collecting.scanner_test.rows import ROWS, VALUES, description, strokes_on
from kit.errors import KitError
from kit.instrument.sheet_code import HASH_LETTERS, UNKNOWN, letters_of
from kit.pipeline.files import storage_problem, write_whole
from kit.pipeline.inputs import text_digest
from kit.pipeline.job import press_for
from kit.pipeline.out_folder import out_folder
from kit.pipeline.records.kept_forms import forms_folder, keep_form
from kit.pipeline.records.records_folder import records_folder
from kit.pipeline.unchanged import shown_path
from kit.press.drawn_over import drawn_over
from kit.press.engine import missing
from kit.press.form_sheet import FormSheet, print_form
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from pathlib import Path

    from kit.editions.setting import Paper
    from kit.library import Library


def print_test_page(library: Library, paper: Paper, out: Path | None = None) -> str:
    """Print the test page and give its file, as it is shown to people.

    Raises:
        KitError: there is no project, or it cannot be printed, kept or written.
    """
    records_folder(library)  # without a project, there is nowhere to keep what reading needs
    if absent := missing():
        raise KitError([absent])
    renderer = Renderer(library.folders("templates")[-1:])
    html, stylesheet = renderer.page_to_print(
        "editions/scanner-test.html", paper, rows=ROWS, values=VALUES, code=UNKNOWN
    )
    form_hash = letters_of(text_digest(html, stylesheet).encode(), HASH_LETTERS)
    sheet = FormSheet(form_hash, description(), paper, large=False)
    html = html.replace(UNKNOWN, f"WK-{form_hash}", 1)
    press = press_for(library.roots)
    printed, form_map = print_form(press, html, stylesheet, library.bundled, sheet)
    folder = forms_folder(library)
    if folder and (unkept := keep_form(folder, form_map, printed.pdf)):
        raise KitError(unkept)
    path = out_folder(out, library) / "scanner-test.pdf"
    try:
        write_whole(path, drawn_over(printed.pdf, [strokes_on(form_map)]))
    except OSError as error:
        raise KitError([storage_problem(error, shown_path(path))]) from error
    return shown_path(path)
