"""The files of a report: what is asked for, from one view and one analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.reporting.data_tables import data_tables
from kit.reporting.making import Made, maker_of, written
from kit.reporting.markdown import markdown_of
from kit.reporting.summary import SummaryMaker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kit.errors import Problem
    from kit.library import Library
    from kit.reporting.making import Computed, Wanted
    from kit.reporting.report import ReportMaker
    from kit.reporting.view import ReportView

_MADE_UP: Final = "/made-up-"
"""Stands between a folder and the name of a file."""


def report_files(library: Library, wanted: Wanted, found: Computed, day: date) -> Made:
    """Write what is wanted of a report.

    Raises:
        KitError: it cannot be written, or a template of the user's cannot be rendered.
    """
    maker = maker_of(library, found, wanted, day)
    view = maker.view()
    extra: list[tuple[str, bytes]] = []
    problems: tuple[Problem, ...] = ()
    if "figures" in wanted.outputs:
        extra += _figures(view, maker)
    if "data" in wanted.outputs:
        extra += data_tables(maker)
    if view.synthetic:
        # A figure or a table of made-up answers says so wherever it is copied to.
        extra = [(_MADE_UP.join(name.rpartition("/")[::2]), content) for name, content in extra]
    if "summary" in wanted.outputs:
        files, problems = _summary(library, wanted, maker, view)
        extra += files
    made = written(library, wanted, view, extra)
    return Made(made.files, tuple(dict.fromkeys((*made.problems, *problems))))


def _figures(view: ReportView, maker: ReportMaker) -> Iterator[tuple[str, bytes]]:
    """Give the figures as files that stand alone, for slides and papers."""
    from kit.rendering.figures import FIGURES, figure_words  # noqa: PLC0415 - only when asked for

    strings = maker.phrases.words.strings

    def drawn(name: str, figure_id: str, *values: object, **more: float) -> tuple[str, bytes]:
        svg = FIGURES[name](*values, id=figure_id, words=figure_words(name, strings), **more)
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        return f"figures/{figure_id}.svg", f"{head}{svg}\n".encode()

    for part in (*view.forms, *view.later):
        for ratings in part.ratings:
            bars = ratings.bars
            yield drawn("diverging_bars", bars.id, bars.rows, bars.labels)
        for changes in part.changes:
            for pairs in changes.pairs:
                more = {"width_mm": pairs.width, "forms": pairs.forms}
                yield drawn("paired_plot", pairs.id, pairs.rows, pairs.labels, **more)
        for counts in part.counts:
            yield drawn("count_bars", counts.id, counts.rows, counts.n)
    for each in view.over_time:
        yield drawn("diverging_bars", each.bars.id, each.bars.rows, each.bars.labels)


def _summary(
    library: Library, wanted: Wanted, maker: ReportMaker, view: ReportView
) -> tuple[list[tuple[str, bytes]], tuple[Problem, ...]]:
    from kit.press.extras import missing  # noqa: PLC0415 - only when asked for
    from kit.rendering.render import Renderer  # noqa: PLC0415 - loads Jinja

    summary = SummaryMaker(library, maker, view).view()
    warning = maker.phrases.words("report_synthetic")
    files = [("summary.md", markdown_of(summary, warning).encode())]
    if lacking := missing("docx"):
        return files, (lacking,)
    from kit.pipeline.job import press_for  # noqa: PLC0415 - loads the press
    from kit.press.engine import missing as unprintable  # noqa: PLC0415

    if absent := unprintable():
        return files, (absent,)
    from kit.press.word.word_press import make_word  # noqa: PLC0415 - loads what prints, too

    rendered = Renderer(library.folders("templates")).report(
        "editions/report-summary.html", summary, wanted.paper, "report.css"
    )
    word = make_word(
        rendered.print_html, wanted.paper, library.bundled, press_for(library.roots), library.roots
    )
    return [*files, ("summary.docx", word.content)], word.problems
