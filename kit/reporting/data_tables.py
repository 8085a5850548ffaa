"""The figures of a report as tables for other programs: one row a count or a measure, no words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.exchange.table_writer import as_csv
from kit.reporting.findings import (
    Changed,
    Chosen,
    Committed,
    Rated,
    Recommended,
    Withheld,
    Written,
)
from kit.reporting.over_time_part import OVER_TIME_HEAD, over_time_rows
from kit.reporting.statistics.carried import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reporting.analysis import Analysis
    from kit.reporting.findings import Finding
    from kit.reporting.report import ReportMaker

_WHOLE = "all"


def data_tables(maker: ReportMaker) -> Iterator[tuple[str, bytes]]:
    """Give the tables by their names: what is withheld in the report is in none of them."""
    analysis = maker.analysis
    yield "data/returns.csv", as_csv([_RETURNS, *_returns(analysis)])
    yield "data/counts.csv", as_csv([_COUNTS, *_counts(analysis)])
    yield "data/measures.csv", as_csv([_MEASURES, *_measures(analysis)])
    yield "data/comments.csv", as_csv([_COMMENTS, *_comments(analysis)])
    if rows := tuple(over_time_rows(analysis)):
        yield "data/over-time.csv", as_csv([OVER_TIME_HEAD, *rows])


_RETURNS = ("session", "title", "date", "invited", "attended", "returned")
_COUNTS = ("form", "group", "item", "part", "value", "label", "people")
_MEASURES = ("form", "group", "item", "text", "measure", "value")
_COMMENTS = ("form", "item", "part", "text")


def _returns(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    end = {form.form for form in analysis.end_forms}
    for each in analysis.gathered.sessions:
        returned = sum(
            person.session == each.name and person.form in end
            for person in analysis.gathered.people
        )
        people = ("" if n is None else str(n) for n in (each.invited, each.attended))
        yield each.name, each.title, each.date, *people, str(returned)


def _all(analysis: Analysis) -> Iterator[tuple[str, str, Finding]]:
    for form in analysis.forms:
        for finding in form.findings:
            yield form.form, _WHOLE, finding
    for each in analysis.across:
        for group in each.groups:
            yield "", group.name, group.finding
        yield "", _WHOLE, each.together


def _counts(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    for form, group, finding in _all(analysis):
        for part, value, label, people in _counted(finding):
            yield form, group, finding.question.id, part, value, label, str(people)


def _counted(finding: Finding) -> Iterator[tuple[str, str, str, int]]:
    question = finding.question
    pairs = tuple(zip(question.values, question.labels, strict=True))
    match finding:
        case Rated(distribution=spread) | Recommended(distribution=spread) if spread:
            for (value, label), people in zip(pairs, spread.counts, strict=True):
                yield "", value, label, people
        case Chosen(counts=counts):
            for (value, label), people in zip(pairs, counts, strict=True):
                yield "", value, label, people
        case Changed(before=before, now=now, pairs=both) if before and now:
            for part, spread in (("before", before), ("now", now)):
                for (value, label), people in zip(pairs, spread.counts, strict=True):
                    yield part, value, label, people
            for first, second, people in both:
                yield "before>now", f"{first}>{second}", "", people


def _measures(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    for form, group, finding in _all(analysis):
        question = finding.question
        for measure, value in _measured(finding):
            yield form, group, question.id, question.sentence, measure, value
        # Tests are those of the report, adjusted together: none for each session besides.
        if form and isinstance(finding, Changed):
            for measure, value in _tested(finding):
                yield form, group, question.id, question.sentence, measure, value


def _measured(finding: Finding) -> Iterator[tuple[str, str]]:
    if isinstance(finding, Withheld):
        yield "not shown", finding.why
        return
    n = finding.n
    yield "asked", str(finding.asked)
    yield "n", str(n)
    yield "missing", str(finding.missing)
    yield "not applicable", str(finding.not_applicable)
    found: dict[str, float | None] = {}
    match finding:
        case Rated(distribution=spread) if spread:
            yield "upper boxes", str(finding.top)
            found = {"median": spread.median, "mean": finding.mean, "sd": finding.sd}
            if finding.interval:
                yield "upper boxes low", f"{finding.interval.low:.2f}"
                yield "upper boxes high", f"{finding.interval.high:.2f}"
        case Recommended(distribution=spread) if spread:
            found = {"median": spread.median, "mean": finding.mean}
            if score := finding.recommendation:
                yield "score", str(score.score)
                yield "score low", str(score.low)
                yield "score high", str(score.high)
        case Changed(before=before, now=now) if before and now:
            yield "up", str(finding.up)
            yield "same", str(finding.same)
            yield "down", str(finding.down)
            found = {
                "median before": before.median,
                "median now": now.median,
                "median change": finding.median_change,
                "mean change": finding.mean_change,
                "sd change": finding.sd_change,
            }
        case _:
            pass
    for name, value in found.items():
        if value is not None:
            median = name.startswith("median")
            yield name, f"{value:g}" if median else rounded(value, n)


def _tested(finding: Changed) -> Iterator[tuple[str, str]]:
    if finding.test is None:
        return
    yield "p", f"{finding.test.p:.3g}"
    yield "method of p", finding.test.method
    if finding.adjusted_p is not None:
        yield "p adjusted (Holm)", f"{finding.adjusted_p:.3g}"
    if finding.effect is not None:
        yield "rank-biserial r", f"{finding.effect:.2f}"
    if interval := finding.effect_interval:
        yield "r low", f"{interval.low:.2f}"
        yield "r high", f"{interval.high:.2f}"


def _comments(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    for form in analysis.forms:
        for finding in form.findings:
            match finding:
                case Written(comments=texts):
                    for text in texts:
                        yield form.form, finding.question.id, "", text
                case Committed(commitments=made):
                    for each in made:
                        parts = (
                            ("what", each.what),
                            ("with-whom", each.with_whom),
                            ("by-when", each.by_when),
                        )
                        for part, text in parts:
                            if text:
                                yield form.form, finding.question.id, part, text
                case _:
                    pass
