"""One file to print: a pure, picklable job that runs in a worker process."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from kit.errors import KitError, Place, Problem, Severity
from kit.pipeline.files import is_hopeless, storage_problem, write_whole
from kit.pipeline.records.kept_forms import keep_form

if TYPE_CHECKING:
    from pathlib import Path

    from kit.editions.setting import Paper
    from kit.press.engine import Press
    from kit.press.form_sheet import FormSheet

NO_ENGINE = "no-engine"
"""The outcome's `stopped` where PDFs cannot be made on this machine at all."""
NO_ROOM = "no-room"
"""The outcome's `stopped` where no file can be written any more."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to print and where to put it; `path` names the document in the build folder.

    Mistakes in it keep it from being made, and with `strict` warnings too; with `lenient` nothing
    does. Characters in `told` may be set in another face without a word. `paper` is for a Word
    document: the style sheet says it for a PDF. `booklet`: its pages are imposed two by two.
    `fillable`: with form fields.
    `sheet`: it is a form that can be scanned, whose map and blank are kept in the folder `keep`.
    """

    path: str
    html: str
    stylesheet: str
    base: Path
    out: Path
    shown: str
    roots: tuple[Path, ...]
    format: Literal["pdf", "docx", "pptx"] = "pdf"
    paper: Paper = "letter"
    strict: bool = False
    lenient: bool = False
    told: frozenset[str] = frozenset()
    booklet: bool = False
    fillable: bool = False
    sheet: FormSheet | None = None
    keep: Path | None = None

    @property
    def weight(self) -> int:
        """How long it takes, compared with other jobs."""
        return len(self.html)

    def run(self) -> Outcome:
        """Do it; see `run_job`."""
        return run_job(self)

    def died(self) -> Outcome:
        """Give the outcome where the process that printed it was ended."""
        return Outcome(self.path, problems=(died(self.shown),), fault=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a file of a `size`, or `problems` that say why there is none.

    `pages` are known of a PDF.

    `fault`: it is no mistake of the user's. `stopped`: what keeps all other jobs from being done.
    """

    path: str
    pages: int | None = None
    size: int = 0
    mtime_ns: int = 0
    problems: tuple[Problem, ...] = ()
    fault: bool = False
    stopped: str = ""


def died(shown: str) -> Problem:
    """Say that something was not made because its process was ended."""
    return Problem(
        "worker-died",
        f"`{shown}` could not be made: the process that printed it was ended.",
        hint="It may have run out of memory: close other programs, or try `--jobs 1`.",
    )


def run_job(job: Job) -> Outcome:
    """Print one document and put it in its place, whole. Never raises."""
    from kit.press import engine  # noqa: PLC0415 - loads the layout engine: workers alone need it

    try:
        if job.format != "pptx" and (absent := engine.missing()):
            return Outcome(job.path, problems=(absent,), stopped=NO_ENGINE)
        content, pages, found = _MAKERS[job.format](job)
        problems = tuple(_placed(problem, job) for problem in found)
        stops = any(job.strict or p.severity is Severity.ERROR for p in problems)
        if stops and not job.lenient:
            return Outcome(job.path, problems=problems)
        stat = write_whole(job.out, content)
    except KitError as error:
        return Outcome(job.path, problems=error.problems)
    except OSError as error:
        stopped = NO_ROOM if is_hopeless(error) else ""
        problem = storage_problem(error, job.shown)
        return Outcome(job.path, problems=(problem,), fault=True, stopped=stopped)
    except Exception as error:  # noqa: BLE001 - one document that cannot be made stops no other
        return Outcome(job.path, problems=(_unexpected(job, error),), fault=True)
    return Outcome(job.path, pages, stat.st_size, stat.st_mtime_ns, problems)


def _pdf(job: Job) -> tuple[bytes, int | None, tuple[Problem, ...]]:
    if job.sheet:
        return _form(job, job.sheet)
    printed = press_for(job.roots).print(
        job.html, job.stylesheet, job.base, job.told, fillable=job.fillable
    )
    if not job.booklet:
        return printed.pdf, printed.pages, printed.problems
    from kit.press.booklet import impose  # noqa: PLC0415 - loads pypdf

    return *impose(printed.pdf), printed.problems


def _form(job: Job, sheet: FormSheet) -> tuple[bytes, int | None, tuple[Problem, ...]]:
    from kit.press.form_check import doubts_of  # noqa: PLC0415 - loads pypdfium2
    from kit.press.form_sheet import print_form  # noqa: PLC0415 - loads the layout engine

    press = press_for(job.roots)
    printed, form_map = print_form(press, job.html, job.stylesheet, job.base, sheet)
    found = (*printed.problems, *doubts_of(printed.pdf, form_map))
    if job.keep:
        found += keep_form(job.keep, form_map, printed.pdf)
    return printed.pdf, printed.pages, found


def _word(job: Job) -> tuple[bytes, int | None, tuple[Problem, ...]]:
    from kit.press.word.word_press import make_word  # noqa: PLC0415 - of an extra

    made = make_word(job.html, job.paper, job.base, press_for(job.roots), job.roots)
    return made.content, None, made.problems


def _slides(job: Job) -> tuple[bytes, int | None, tuple[Problem, ...]]:
    from kit.press.slides_page import make_slides  # noqa: PLC0415 - of an extra

    return make_slides(job.html), None, ()


_MAKERS = {"pdf": _pdf, "docx": _word, "pptx": _slides}


@cache
def press_for(roots: tuple[Path, ...]) -> Press:
    """Keep one press a process: its fonts and its parsed stylesheets serve every document."""
    from kit.press.engine import Press  # noqa: PLC0415

    return Press(roots)


def _placed(problem: Problem, job: Job) -> Problem:
    """Say in which document a problem showed, where the press knows no better."""
    return problem if problem.where else replace(problem, where=Place(job.path))


def _unexpected(job: Job, error: Exception) -> Problem:
    detail = "".join(traceback.format_exception(error)) if os.environ.get("KIT_DEBUG") else ""
    return Problem(
        "not-printed",
        f"`{job.shown}` could not be made: {type(error).__name__}: {error}".rstrip(": "),
        hint=detail or "This is a mistake in the kit: run it again with KIT_DEBUG=1 to see where.",
    )
