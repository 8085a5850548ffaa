"""`kit report`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.asking import agreed
from kit.cli.console import complain, counted, note, say
from kit.cli.guard import guarded
from kit.pipeline.report import FAILED, FULFILLED, INTERRUPTED

if TYPE_CHECKING:
    from kit.answers.store import Store
    from kit.library import Library
    from kit.reporting.gathering import Gathered
    from kit.reporting.making import Computed, Made, Source, Wanted


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    session: Annotated[
        str | None,
        typer.Option(metavar="COHORT/SESSION", help="Of one session: interns-2027/needs."),
    ] = None,
    cohort: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of all sessions of a cohort.")
    ] = None,
    workshop: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of a workshop, with whomever it was held.")
    ] = None,
    series: Annotated[
        str | None, typer.Option(metavar="TITLE", help="Of a series, by its title.")
    ] = None,
    sentence: Annotated[
        bool, typer.Option("--sentence", help="Print the paragraph for a paper, and no files.")
    ] = False,
    figures: Annotated[
        bool, typer.Option("--figures", help="Also the figures, as SVG files.")
    ] = False,
    data: Annotated[bool, typer.Option("--data", help="Also the tables, as CSV files.")] = False,
    summary: Annotated[
        bool,
        typer.Option(
            "--summary", help="Also a summary for a journal, as Markdown and as a Word document."
        ),
    ] = False,
    formats: Annotated[
        str, typer.Option("--format", metavar="NAMES", help="html, pdf (both when left out).")
    ] = "html,pdf",
    paper: Annotated[str, typer.Option(metavar="NAME", help="letter or a4.")] = "letter",
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Of the report: en (when left out) or es.")
    ] = None,
    threshold: Annotated[
        int,
        typer.Option(metavar="NUMBER", min=5, help="People of the smallest group that is shown."),
    ] = 5,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to; build/ when left out.")
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Of made-up answers, to see what a report is like.")
    ] = False,
    ask_names_again: Annotated[
        bool, typer.Option("--ask-names-again", help="Forget which names were left standing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    releases: Annotated[
        bool, typer.Option("--releases", help="List the reports that were made, and no report.")
    ] = False,
    forget: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER", help="Forget a report that nobody has seen; see --releases."
        ),
    ] = None,
) -> int:
    """Report what came back, in plain words, figures and tables.

    Of everything when nothing is named. Below five answers nothing but the response rate is shown,
    and nothing from which the answers of fewer than five people could be worked out, be it from an
    earlier report. So each report that is made is kept in mind; one that nobody has seen can be
    forgotten. Names are taken out of comments, and you are asked about each.

    \b
    kit report --session interns-2027/needs
    kit report --cohort interns-2027 --data --figures
    kit report --workshop managing-up --sentence
    kit report --series "Mentoring for interns" --summary --paper a4
    kit report --example
    kit report --forget 3
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.cli.report_options import scope_of, wanted_of
    from kit.library import find_library
    from kit.press.extras import missing

    library = find_library(Path.cwd())
    if releases or forget is not None:
        return _releases(library, forget)
    scope = scope_of(session, cohort, workshop, series)
    wanted = wanted_of(
        scope,
        formats=formats,
        paper=paper,
        language=language,
        threshold=threshold,
        out=out,
        more=(figures and "figures", data and "data", summary and "summary"),
    )
    if lacking := missing("report"):
        complain([lacking])
        return FAILED
    if example:
        from kit.reporting.example import example_source

        with example_source(library) as source:
            return _report(library, source, wanted, sentence=sentence, yes=True, again=False)
    from kit.reporting.making import Source

    with _opened(library) as store:
        return _report(
            library, Source(store), wanted, sentence=sentence, yes=yes, again=ask_names_again
        )


def _opened(library: Library) -> Store:
    from kit.answers.store import existing_store, open_store
    from kit.errors import KitError, Problem
    from kit.reporting.session_facts import recorded_sessions

    store = existing_store(library)
    if store is None and recorded_sessions(library):
        # Sessions were recorded: that nothing came back of them is a report, too.
        store = open_store(library)
    if store is None:
        raise KitError(
            [
                Problem(
                    "nothing-came-back",
                    "Nothing has come back yet, so there is nothing to report.",
                    hint="`kit collect` takes answers in; `kit report --example` shows a report of "
                    "made-up ones.",
                )
            ]
        )
    return store


def _report(
    library: Library, source: Source, wanted: Wanted, *, sentence: bool, yes: bool, again: bool
) -> int:
    from kit.cli.report_names import cleaner_of
    from kit.reporting.comments.codebook import load_codebook
    from kit.reporting.gathering import undefined
    from kit.reporting.making import computed, released, view_of
    from kit.reporting.report_files import report_files

    try:
        # The sentence has nobody's words in it.
        clean = (
            _as_it_is if sentence else cleaner_of(library, source, again=again, ask=not yes).clean
        )
        found = computed(library, source, wanted, clean, load_codebook(library))
        agreed_upon = _adverse_agreed(found, yes=yes)
    except KeyboardInterrupt:
        note("\nStopped. Nothing was released, and nothing was written.")
        return INTERRUPTED
    complain(undefined(found.analysis.gathered))
    if not agreed_upon:
        say("Nothing was released, and nothing was written.")
        return FULFILLED
    today = date.today()  # noqa: DTZ011 - the day where the person is
    released(source, wanted, found, today)
    if sentence:
        say(view_of(library, found, wanted, today).paragraph)
        return FULFILLED
    made = report_files(library, wanted, found, today)
    return _say_made(made)


def _as_it_is(gathered: Gathered) -> Gathered:
    return gathered


def _adverse_agreed(found: Computed, *, yes: bool) -> bool:
    """Show that everybody agrees on something adverse before anybody else sees it."""
    if not found.adverse:
        return True
    note("Everybody who answered agrees on something adverse, so each one's answer is known:")
    for title, text in found.adverse:
        note(f"  {title}: {text}")
    if yes:
        return True
    return agreed("Show it in the report?", instead="`--yes` does not ask.")


def _say_made(made: Made) -> int:
    for path in made.files:
        say(path)
    complain(made.problems)
    return FAILED if any(each.severity == "error" for each in made.problems) else FULFILLED


def _releases(library: Library, forget: int | None) -> int:
    with _opened(library) as store:
        if forget is not None:
            if not store.ledger.forget(forget):
                note(f"There is no report of the number {forget}: kit report --releases")
                return FAILED
            say(f"Report {forget} is forgotten, as one that nobody has seen.")
            return FULFILLED
        found = store.ledger.releases()
    if not found:
        say("No report was made yet.")
    for each in found:
        say(f"{each.id}  {each.day.isoformat()}  {each.scope}, {_figures(len(each.cells))}")
    return FULFILLED


def _figures(number: int) -> str:
    return counted(number, "group of answers", "groups of answers")
