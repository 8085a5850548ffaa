"""Numbered forms for a session: each sheet is known by a code of its own, and counted once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.collecting.current_form import session_ready
from kit.editions.registry import EDITIONS
from kit.errors import KitError, Problem, Severity
from kit.library import PROJECT_FILE
from kit.pipeline.documents import render
from kit.pipeline.files import storage_problem, write_whole
from kit.pipeline.inputs import Digests, read_inputs
from kit.pipeline.job import press_for
from kit.pipeline.jobs import jobs_of
from kit.pipeline.out_folder import out_folder
from kit.pipeline.records.kept_forms import keep_form
from kit.pipeline.records.records_folder import records_folder
from kit.pipeline.records.sheet_tokens import tokens_for
from kit.pipeline.unchanged import shown_path
from kit.press.engine import missing
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from pathlib import Path

    from kit.library import Library
    from kit.pipeline.job import Job
    from kit.pipeline.request import Request

MOST: Final = 5000


@dataclass(frozen=True, slots=True)
class SheetsMade:
    """The file of numbered sheets, its pages, and what was noticed while printing."""

    path: Path
    shown: str
    sheets: int
    pages: int
    problems: tuple[Problem, ...]


def print_numbered(
    library: Library, session: str, sheets: int, request: Request, *, follow_up: bool = False
) -> SheetsMade:
    """Print so many numbered forms of a session, or of a workshop that has no cohort.

    The file lies beside the form itself and replaces the one of an earlier run.

    Raises:
        KitError: it cannot be made, kept or written.
    """
    from kit.press.form_sheet import print_form  # noqa: PLC0415 - loads the layout engine
    from kit.press.numbered_sheets import numbered  # noqa: PLC0415 - as above

    records_folder(library)  # without a project, there is nowhere to keep the codes
    if absent := missing():
        raise KitError([absent])
    job = _job(library, session, request, follow_up=follow_up)
    if job.sheet is None or job.keep is None:  # pragma: no cover - a form in a project has both
        raise KitError([Problem("no-form", f"`{session}` has no form.", hint=PROJECT_FILE)])
    press = press_for(job.roots)
    master, form_map = print_form(press, job.html, job.stylesheet, job.base, job.sheet)
    if stops := tuple(each for each in master.problems if each.severity is Severity.ERROR):
        raise KitError(stops)
    if unkept := keep_form(job.keep, form_map, master.pdf):
        raise KitError(unkept)
    bare, _ = print_form(press, job.html, job.stylesheet, job.base, job.sheet, coded=False)
    tokens = tokens_for(library, job.sheet.form_hash, sheets)
    content, pages = numbered(bare.pdf, job.sheet.form_hash, tokens)
    path = job.out.with_suffix(".numbered.pdf")
    shown = shown_path(path)
    try:
        write_whole(path, content)
    except OSError as error:
        raise KitError([storage_problem(error, shown)]) from error
    return SheetsMade(path, shown, len(tokens), pages, master.problems)


def _job(library: Library, session: str, request: Request, *, follow_up: bool) -> Job:
    """Give what prints the form of a session."""
    ready = session_ready(library, session, request)
    name = "follow-up-form" if follow_up else "evaluation-form"
    renderer = Renderer(library.folders("templates"))
    document = render(EDITIONS[name], ready, renderer, request)
    if document is None:
        message = f"`{session}` asks nothing {'later' if follow_up else 'at its end'}."
        raise KitError([Problem("no-form", message, hint="Its workshop has no such form.")])
    folder = out_folder(request.out, library)
    engine = read_inputs(library, Digests({})).engine
    planned = jobs_of(document, ready, request, library, engine=engine, folder=folder)
    return next(job for job, _ in planned if job.format == "pdf")
