"""Makes a report: from the store to its files, with the ledger of what was released between."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kit.errors import KitError, Problem
from kit.pipeline.files import storage_problem, write_whole
from kit.pipeline.out_folder import out_folder
from kit.pipeline.unchanged import shown_path
from kit.reading.words import Words
from kit.reporting.admission import Admission
from kit.reporting.analysis import analyzed
from kit.reporting.comments.coding import coded
from kit.reporting.disclosure.gate import THRESHOLD, Gate
from kit.reporting.findings import Committed, Withheld, Written
from kit.reporting.gathering import gather
from kit.reporting.phrases import Phrases
from kit.reporting.report import ReportMaker
from kit.reporting.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kit.answers.store import Store
    from kit.definitions.session_record import SessionRecord
    from kit.editions.setting import Paper
    from kit.library import Library
    from kit.rendering.render import Rendered, Renderer
    from kit.reporting.analysis import Analysis
    from kit.reporting.comments.codebook import Codebook
    from kit.reporting.comments.coding import CodedWords
    from kit.reporting.gathering import Gathered
    from kit.reporting.view import ReportView

Output: TypeAlias = Literal["html", "pdf", "figures", "data", "summary"]

REPORTS: Final = "reports"
"""The folder of reports in that of what is made."""
EXAMPLE: Final = "example"
"""The folder of reports on made-up answers, in that of reports."""
_TEMPLATE: Final = "editions/report.html"
_STYLE: Final = "report.css"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What report is wanted, and as what."""

    scope: Scope = field(default_factory=Scope)
    language: str = "en-US"
    paper: Paper = "letter"
    threshold: int = THRESHOLD
    outputs: tuple[Output, ...] = ("html", "pdf")
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the answers are: the project's store, or made-up ones that are in no ledger."""

    store: Store
    records: Mapping[str, SessionRecord] | None = None
    synthetic: bool = False


@dataclass(frozen=True)
class Computed:
    """All that was found, before anything of it is released."""

    analysis: Analysis
    admission: Admission
    known: int
    coded: Mapping[tuple[str, str], CodedWords]

    @property
    def adverse(self) -> tuple[tuple[str, str], ...]:
        """Where everybody agrees on something adverse: the form or the part of it, the question."""
        whole = ((form.title, each) for form in self.analysis.forms for each in form.findings)
        parts = (
            (group.name, group.finding) for each in self.analysis.across for group in each.groups
        )
        return tuple(
            (name, found.question.sentence)
            for name, found in (*whole, *parts)
            if not isinstance(found, Withheld) and found.unanimous
        )


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a report as they are shown to people, and what went wrong."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def computed(
    library: Library,
    source: Source,
    wanted: Wanted,
    cleaned: Callable[[Gathered], Gathered],
    codebook: Codebook,
) -> Computed:
    """Find out what may be shown. `cleaned` takes names out of what people wrote.

    Raises:
        KitError: nothing came back, or the store cannot be read.
    """
    ledger = None if source.synthetic else source.store.ledger
    known = ledger.last() if ledger else 0
    gate = Gate(wanted.threshold, ledger.cells() if ledger else ())
    found = gather(library, source.store, wanted.scope, source.records, wanted.language)
    gathered = replace(found, synthetic=source.synthetic)
    admission = Admission(gate, {each.id: each.session for each in gathered.people})
    analysis = analyzed(cleaned(gathered), admission)
    return Computed(analysis, admission, known, _coded(analysis, codebook))


def _coded(analysis: Analysis, codebook: Codebook) -> dict[tuple[str, str], CodedWords]:
    found = {}
    for form in analysis.forms:
        for each in form.findings:
            match each:
                case Written():
                    comments: Sequence[str] = each.comments
                case Committed():
                    comments = [made.what for made in each.commitments if made.what]
                case _:
                    continue
            found[form.form, each.question.id] = coded(each.question.id, comments, codebook)
    return found


def released(source: Source, wanted: Wanted, found: Computed, day: date) -> None:
    """Enter in the ledger what is about to be shown.

    Raises:
        KitError: another report came between, or the ledger cannot be written.
    """
    if not source.synthetic:
        source.store.ledger.release(wanted.scope.key, found.admission.cells, day, known=found.known)


def view_of(library: Library, found: Computed, wanted: Wanted, day: date) -> ReportView:
    """Put what was found into words."""
    return maker_of(library, found, wanted, day).view()


def maker_of(library: Library, found: Computed, wanted: Wanted, day: date) -> ReportMaker:
    """Give what makes the view, and the phrases with it."""
    words = Words(wanted.language, library.folders("templates"))
    phrases = Phrases(words, wanted.threshold)
    return ReportMaker(found.analysis, phrases, day, found.coded)


def written(
    library: Library, wanted: Wanted, view: ReportView, extra: Iterable[tuple[str, bytes]] = ()
) -> Made:
    """Write the report's files, and `extra` ones beside them; a PDF only where one can be made.

    Raises:
        KitError: the folder cannot be written, or a template of the user's cannot be rendered.
    """
    from kit.rendering.render import Renderer  # noqa: PLC0415 - loads Jinja

    folder = out_folder(wanted.out, library) / REPORTS / _folder(wanted.scope, view)
    problems: list[Problem] = []
    files: list[tuple[str, bytes]] = []
    if {"html", "pdf"} & set(wanted.outputs):
        rendered = rendered_report(Renderer(library.folders("templates")), view, wanted.paper)
        if "html" in wanted.outputs:
            files.append(("report.html", rendered.screen_html.encode()))
        if "pdf" in wanted.outputs:
            pdf, found = _printed(library, rendered.print_html, rendered.stylesheet)
            problems += found
            files += [("report.pdf", pdf)] if pdf else []
    made = []
    for name, content in (*files, *extra):
        path = folder / name
        try:
            write_whole(path, content)
        except OSError as error:
            raise KitError([storage_problem(error, shown_path(path))]) from error
        made.append(shown_path(path))
    return Made(tuple(made), tuple(problems))


def rendered_report(renderer: Renderer, view: ReportView, paper: Paper) -> Rendered:
    """Render a report.

    Raises:
        KitError: a template of the user's cannot be rendered.
    """
    return renderer.report(_TEMPLATE, view, paper, _STYLE)


def _folder(scope: Scope, view: ReportView) -> str:
    """Give the folder of a report: those of made-up answers lie apart."""
    if not view.synthetic:
        return scope.folder
    return EXAMPLE if scope.kind == "all" else f"{EXAMPLE}/{scope.folder}"


def _printed(
    library: Library, html: str, stylesheet: str
) -> tuple[bytes | None, tuple[Problem, ...]]:
    from kit.pipeline.job import press_for  # noqa: PLC0415 - loads the press
    from kit.press.engine import missing  # noqa: PLC0415

    if absent := missing():
        return None, (absent,)
    printed = press_for(library.roots).print(html, stylesheet, library.bundled)
    return printed.pdf, printed.problems
