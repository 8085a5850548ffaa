"""What there is to print of a document: a job for each format, with the digest of what goes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.pipeline.inputs import source_name, text_digest
from kit.pipeline.job import Job
from kit.pipeline.unchanged import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.library import Library
    from kit.pipeline.documents import Document, Ready
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
        made = [engine, rendered.print_html, rendered.stylesheet, place]
        content = text_digest(*made, *(("fillable",) if document.fillable else ()))
        out = folder / document.pdf_path
        yield (
            Job(
                path=document.pdf_path,
                html=rendered.print_html,
                stylesheet=rendered.stylesheet,
                base=ready.base,
                out=out,
                shown=shown_path(out),
                roots=library.roots,
                strict=request.strict,
                booklet=document.booklet,
                fillable=document.fillable,
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
