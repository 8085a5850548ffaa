"""What there is to print of a document: a job for each format, with the digest of what goes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.instrument.sheet_code import HASH_LETTERS, UNKNOWN, letters_of
from kit.pipeline.inputs import source_name, text_digest
from kit.pipeline.job import Job
from kit.pipeline.records.kept_forms import forms_folder
from kit.pipeline.unchanged import shown_path
from kit.press.form_sheet import FormSheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.instrument.description import FormDescription
    from kit.library import Library
    from kit.pipeline.documents import Document
    from kit.pipeline.ready import Ready
    from kit.pipeline.request import Request


def jobs_of(
    document: Document,
    ready: Ready,
    request: Request,
    library: Library,
    *,
    engine: str,
    folder: Path,
) -> Iterator[tuple[Job, str]]:
    """Give what a request has printed of a document; `engine` is the digest of what prints."""
    if document.text_path:
        return
    rendered = document.rendered
    place = source_name(ready.base, library)
    if "pdf" in document.formats:
        html = rendered.print_html
        made = [engine, html, rendered.stylesheet, place]
        content = text_digest(*made, *(("fillable",) if document.fillable else ()))
        sheet, keep = None, None
        if document.form:
            content = text_digest(content, document.form.session)
            sheet = _sheet(document.form, content, ready)
            html = html.replace(UNKNOWN, f"WK-{sheet.form_hash}", 1)
            keep = forms_folder(library)
        out = folder / document.pdf_path
        yield (
            Job(
                path=document.pdf_path,
                html=html,
                stylesheet=rendered.stylesheet,
                base=ready.base,
                out=out,
                shown=shown_path(out),
                roots=library.roots,
                strict=request.strict,
                booklet=document.booklet,
                fillable=document.fillable,
                sheet=None if document.fillable else sheet,
                keep=keep,
            ),
            content,
        )
    for ending, path in document.office_paths.items():
        if ending not in document.formats:
            continue
        paper = ready.setting.paper
        content = text_digest(engine, rendered.print_html, paper, place)
        out = folder / path
        yield (
            Job(
                path=path,
                html=rendered.print_html,
                stylesheet="",
                base=ready.base,
                out=out,
                shown=shown_path(out),
                roots=library.roots,
                format=ending,
                paper=paper,
                strict=request.strict,
            ),
            content,
        )


def _sheet(form: FormDescription, content: str, ready: Ready) -> FormSheet:
    """Name a form as it is printed by everything that its pages are made of."""
    setting = ready.setting
    hashed = letters_of(content.encode(), HASH_LETTERS)
    return FormSheet(hashed, form, setting.paper, setting.large)
